package io.shiplift.practice.web;

import java.util.List;

import io.shiplift.practice.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong, as chosen on the page.
 */
public class FaultForm {

	static final List<Choice> TARGETS = List.of(new Choice("network", "Private network"),
			new Choice("database", "Database server"), new Choice("cache", "Cache and broker"),
			new Choice("filestore", "File store"), new Choice("application", "Beanstalk application"),
			new Choice("web", "Application environment"), new Choice("certificate", "TLS certificate"),
			new Choice("aws", "Every call to AWS"), new Choice("heroku", "Every call to Heroku"),
			new Choice("dns", "Every DNS change"));

	static final List<Choice> KINDS = List.of(new Choice(Faults.Kind.FAIL_ONCE.name(), "fails once"),
			new Choice(Faults.Kind.FAIL_ALWAYS.name(), "fails every time"),
			new Choice(Faults.Kind.THROTTLE.name(), "is throttled three times"),
			new Choice(Faults.Kind.TIMEOUT_AFTER_EFFECT.name(), "happens, but no answer comes"),
			new Choice(Faults.Kind.HANG.name(), "never comes to an end"));

	private @Nullable String target;

	private Faults.@Nullable Kind kind;

	public @Nullable String getTarget() {
		return this.target;
	}

	public void setTarget(@Nullable String target) {
		this.target = target;
	}

	public Faults.@Nullable Kind getKind() {
		return this.kind;
	}

	public void setKind(Faults.@Nullable Kind kind) {
		this.kind = kind;
	}

	/** A value with what people read. */
	public record Choice(String value, String title) {

		static String titleOf(List<Choice> choices, String value) {
			return choices.stream()
				.filter((choice) -> choice.value().equals(value))
				.map(Choice::title)
				.findFirst()
				.orElse(value);
		}

	}

}
