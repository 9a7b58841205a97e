package io.shiplift.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;

import org.springframework.stereotype.Component;

/**
 * All steps found, put in order by the facts they need and yield. A needed fact without a
 * producer in the same run kind has to come from an earlier run; rings and two producers
 * of one fact are refused at start-up.
 */
@Component
public class StepCatalog {

	private final Map<String, Step> steps = new LinkedHashMap<>();

	public StepCatalog(List<Step> steps) {
		steps.stream().sorted(Comparator.comparing(Step::key)).forEach((step) -> {
			if (this.steps.put(step.key(), step) != null) {
				throw new IllegalStateException("Two steps have the key " + step.key());
			}
		});
		for (RunKind kind : RunKind.values()) {
			order(steps.stream().filter((step) -> step.sheet().forward().contains(kind)).toList(), kind);
		}
	}

	/** A step that may have gone since a run used it. */
	public Optional<Step> find(String key) {
		return Optional.ofNullable(this.steps.get(key));
	}

	/** Keys of all steps with a trait. */
	public Set<String> keys(StepSheet.Trait trait) {
		return this.steps.values()
			.stream()
			.filter((step) -> step.is(trait))
			.map(Step::key)
			.collect(Collectors.toUnmodifiableSet());
	}

	public Step step(String key) {
		Step step = this.steps.get(key);
		if (step == null) {
			throw new IllegalStateException("There is no step " + key);
		}
		return step;
	}

	/**
	 * Steps that go forward in a run of this kind, in order, with those each waits for.
	 */
	public List<Planned> forward(RunKind kind, Plan plan) {
		return order(this.steps.values()
			.stream()
			.filter((step) -> step.sheet().forward().contains(kind) && step.appliesTo(plan))
			.toList(), kind);
	}

	/**
	 * The undo of steps that went forward earlier, each waiting for those that needed it.
	 * @param started keys in the order they went forward
	 */
	public List<Planned> backward(RunKind kind, List<String> started) {
		Map<String, Set<String>> needed = new LinkedHashMap<>();
		started.forEach((key) -> needed.put(key, needed(step(key), started)));
		List<Planned> undone = new ArrayList<>();
		for (String key : started.reversed()) {
			if (step(key).sheet().backward().contains(kind)) {
				Set<String> after = new TreeSet<>();
				undone.stream().map(Planned::key).filter((other) -> reaches(needed, other, key)).forEach(after::add);
				undone.add(new Planned(key, after));
			}
		}
		return undone;
	}

	/** Started steps whose facts this one needs. */
	private Set<String> needed(Step step, List<String> started) {
		Set<String> needed = new TreeSet<>();
		started.stream()
			.filter((key) -> step.sheet().needs().contains(step(key).sheet().yields()))
			.forEach(needed::add);
		return needed;
	}

	private static boolean reaches(Map<String, Set<String>> needed, String from, String to) {
		return needed.getOrDefault(from, Set.of())
			.stream()
			.anyMatch((key) -> key.equals(to) || reaches(needed, key, to));
	}

	private static List<Planned> order(List<Step> steps, RunKind kind) {
		Map<Class<? extends Fact>, Step> producers = producers(steps);
		List<Planned> ordered = new ArrayList<>();
		Set<String> placed = new HashSet<>();
		while (ordered.size() < steps.size()) {
			int before = ordered.size();
			for (Step step : steps) {
				Set<String> after = after(step, producers);
				if (!placed.contains(step.key()) && placed.containsAll(after)) {
					ordered.add(new Planned(step.key(), after));
					placed.add(step.key());
				}
			}
			if (ordered.size() == before) {
				throw new IllegalStateException("Steps of " + kind + " wait for one another in a ring: "
						+ steps.stream().map(Step::key).filter((key) -> !placed.contains(key)).toList());
			}
		}
		return ordered;
	}

	private static Map<Class<? extends Fact>, Step> producers(List<Step> steps) {
		Map<Class<? extends Fact>, Step> producers = new LinkedHashMap<>();
		for (Step step : steps) {
			Step other = producers.put(step.sheet().yields(), step);
			if (other != null) {
				throw new IllegalStateException("Both " + other.key() + " and " + step.key() + " yield "
						+ step.sheet().yields().getSimpleName());
			}
		}
		return producers;
	}

	private static Set<String> after(Step step, Map<Class<? extends Fact>, Step> producers) {
		Set<String> after = new TreeSet<>();
		step.sheet().needs().forEach((fact) -> {
			Step producer = producers.get(fact);
			if (producer != null) {
				after.add(producer.key());
			}
		});
		return after;
	}

	/** A step in a run, with the keys of the steps it waits for. */
	public record Planned(String key, Set<String> after) {

	}

}
