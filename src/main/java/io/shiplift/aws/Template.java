package io.shiplift.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A CloudFormation template, stored beside the step that uses it. Whatever is wrong with
 * it, or with the parameters given, comes as an {@link IllegalArgumentException} with a
 * message for people.
 */
public record Template(String text) {

	/**
	 * Reads the template that lies in the same package as its step.
	 */
	public static Template of(Class<?> owner, String fileName) {
		try (InputStream in = owner.getResourceAsStream(fileName)) {
			return new Template(
					new String(Objects.requireNonNull(in, fileName).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the template asks for, in its own order. */
	public List<TemplateParameter> parameters() {
		return TemplateParameter.all(TemplateYaml.parse(this.text));
	}

	/** What is wrong with these parameters; empty if a stack can be made with them. */
	public List<String> problems(Map<String, String> parameters) {
		return TemplateParameter.problems(parameters(), parameters);
	}

	/**
	 * The resources a stack would have, each after those it depends on. For a preview:
	 * parameters whose value is not known yet may be missing unless a condition needs
	 * them.
	 */
	public List<Resource> resources(Map<String, String> parameters) {
		return new FilledTemplate(TemplateYaml.parse(this.text), parameters).resources();
	}

	/** The template with all its parameters, which must be complete and right. */
	public FilledTemplate fill(Map<String, String> parameters) {
		List<String> problems = problems(parameters);
		if (!problems.isEmpty()) {
			throw new IllegalArgumentException(String.join("; ", problems));
		}
		return new FilledTemplate(TemplateYaml.parse(this.text), parameters);
	}

	/**
	 * A resource by its logical id, with the ids it depends on.
	 */
	public record Resource(String id, String type, Set<String> after, DeletionPolicy deletionPolicy) {

	}

	/** What becomes of a resource when its stack goes. */
	public enum DeletionPolicy {

		/** It goes too. */
		DELETE,

		/** It stays, even if its stack never came to stand. */
		RETAIN,

		/** It stays once its stack stood. */
		RETAIN_EXCEPT_ON_CREATE,

		/** It goes, and a copy of its data stays. */
		SNAPSHOT

	}

}
