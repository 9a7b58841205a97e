package io.shiplift.steps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.aws.TemplateParameter;

/**
 * A stack as the plan wants it.
 */
record WantedStack(String name, Template template, Map<String, String> parameters, OnFailure onFailure) {

	private static final String SETTINGS = "shiplift:settings";

	/** What tells this template with these parameters from any other. */
	String settings() {
		Map<String, String> open = new TreeMap<>(this.parameters);
		this.template.parameters()
			.stream()
			.filter(TemplateParameter::secret)
			.map(TemplateParameter::name)
			.forEach(open::remove);
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((this.template.text() + open).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The changes that a person looked at before, if there are any. */
	String previewed() {
		return "shiplift-" + settings();
	}

	boolean is(Stack stack) {
		return settings().equals(stack.tags().get(SETTINGS));
	}

	/** The tags with what is needed to recognise the settings. */
	Map<String, String> tags(Map<String, String> tags) {
		Map<String, String> all = new TreeMap<>(tags);
		all.put(SETTINGS, settings());
		return all;
	}

	Request request(Map<String, String> tags, String token) {
		return new Request(this.name, this.template, this.parameters, tags(tags), token, this.onFailure);
	}

}
