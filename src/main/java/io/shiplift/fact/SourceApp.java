package io.shiplift.fact;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the application on Heroku is made of, as seen at one moment. Values of config vars
 * are never part of it; those named in {@code masked} even Heroku does not show, so that
 * a person has to type them.
 */
public record SourceApp(String name, String region, String stack, List<Process> processes, List<ConfigVar> configVars,
		List<AddOn> addOns, List<String> domains, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> masked) {

	@SuppressWarnings("ConstantValue")
	public SourceApp {
		masked = List.copyOf(Objects.requireNonNullElse(masked, List.of()));
	}

	/** An app whose config vars can all be read. */
	public SourceApp(String name, String region, String stack, List<Process> processes, List<ConfigVar> configVars,
			List<AddOn> addOns, List<String> domains) {
		this(name, region, stack, processes, configVars, addOns, domains, List.of());
	}

	/**
	 * A process type of the formation.
	 */
	public record Process(String type, String command, int quantity, String size) {

		/** Whether it runs the clock of Celery, alone or inside a worker. */
		public boolean beat() {
			return this.command.matches("(?s).*\\bcelery\\b.*(\\bbeat\\b|\\s-B\\b|\\s--beat\\b).*");
		}

		/** Whether it starts timed work, so that there should be one of it. */
		public boolean clock() {
			return beat() || this.type.matches("(?i)(.*[_-])?(beat|celerybeat|clock|cron|scheduler|timer)([_-].*)?")
					|| this.command.matches("(?s).*(\\bclock\\.py|apscheduler|rqscheduler).*");
		}

	}

	/**
	 * A config var by name; {@code addOn} names its owner if an add-on set it.
	 */
	public record ConfigVar(String name, boolean secret, @Nullable String addOn) {

	}

	/**
	 * An add-on with what Heroku bills for it, in US cents a month. The {@code owner} is
	 * the app it is billed to, if that is another one.
	 */
	public record AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) String owner) {

		@SuppressWarnings("ConstantValue")
		public AddOn {
			owner = Objects.requireNonNullElse(owner, "");
		}

		/** An add-on that the app itself owns. */
		public AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars) {
			this(name, service, plan, centsPerMonth, configVars, "");
		}

		/** Whether another app owns it and this one uses it too. */
		public boolean shared() {
			return !this.owner.isEmpty();
		}

	}

}
