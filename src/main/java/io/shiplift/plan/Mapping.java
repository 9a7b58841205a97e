package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where add-ons and processes go, which config vars get an address that AWS provides, and
 * the ids of secrets that people typed instead of what Heroku does not tell. The
 * {@code environmentBytes} are what Elastic Beanstalk will count of all config vars.
 */
public record Mapping(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<AddOnFate> addOns,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProcessFate> processes,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Provided> rewrites,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> typed, int environmentBytes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bill bill) {

	/** That of a plan from before there was one. */
	public static final Mapping NONE = new Mapping(List.of(), List.of(), Map.of(), Map.of(), 0, null);

	@SuppressWarnings("ConstantValue")
	public Mapping {
		addOns = List.copyOf(Objects.requireNonNullElse(addOns, List.of()));
		processes = List.copyOf(Objects.requireNonNullElse(processes, List.of()));
		rewrites = Map.copyOf(Objects.requireNonNullElse(rewrites, Map.of()));
		typed = Map.copyOf(Objects.requireNonNullElse(typed, Map.of()));
	}

	/** Config vars that get the address of this, in order. */
	public List<String> rewritten(Provided provided) {
		return new TreeMap<>(this.rewrites).entrySet()
			.stream()
			.filter((rewrite) -> rewrite.getValue() == provided)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Whether this type of process shall run on AWS. */
	public boolean runs(String type) {
		return this.processes.stream()
			.noneMatch((process) -> process.type().equals(type) && process.chosen() == ProcessFate.Target.NONE);
	}

	/**
	 * Whether add-ons of this service move to AWS; so they did before there was a choice.
	 */
	boolean moves(String service) {
		return this.addOns.stream()
			.filter((addOn) -> addOn.service().equals(service))
			.findFirst()
			.map((addOn) -> addOn.kind() == AddOnFate.Kind.AWS)
			.orElse(true);
	}

	/**
	 * Leaves an empty mapping out of the document, so that older plans keep their hash.
	 */
	static final class Absent {

		@Override
		public boolean equals(@Nullable Object other) {
			return other == null || NONE.equals(other);
		}

		@Override
		public int hashCode() {
			return 0;
		}

	}

}
