package io.shiplift.steps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Kept;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;

/**
 * The context of one step without an engine: memory and notes lie in the open.
 */
final class LoneContext implements StepContext {

	final Map<String, Object> memory = new HashMap<>();

	final List<String> notes = new ArrayList<>();

	int generation = 1;

	long run = 7;

	@Override
	public String migrationId() {
		return "w1";
	}

	@Override
	public long runId() {
		return this.run;
	}

	@Override
	public RunKind kind() {
		return RunKind.PREPARE;
	}

	@Override
	public int attempt() {
		return 1;
	}

	@Override
	public int generation() {
		return this.generation;
	}

	@Override
	public Plan plan() {
		throw new IllegalStateException("There is no plan");
	}

	@Override
	public Connection connection() {
		return new Connection.Practice("w1");
	}

	@Override
	public <F extends Fact> F fact(Class<F> type) {
		return find(type).orElseThrow();
	}

	@Override
	public <F extends Fact> Optional<F> find(Class<F> type) {
		return Optional.empty();
	}

	@Override
	public <F extends Fact> List<Kept<F>> kept(Class<F> type) {
		return List.of();
	}

	@Override
	public Optional<Decision> decision() {
		return Optional.empty();
	}

	@Override
	public <T> T act(String intent, Supplier<T> call) {
		return call.get();
	}

	@Override
	public <T> T remember(String name, Class<T> type, Supplier<T> look) {
		return type.cast(this.memory.computeIfAbsent(name, (key) -> look.get()));
	}

	@Override
	public <T> Optional<T> recall(String name, Class<T> type) {
		return Optional.ofNullable(this.memory.get(name)).map(type::cast);
	}

	@Override
	public <T> void renew(String name, T value) {
		this.memory.put(name, value);
	}

	@Override
	public void note(String text) {
		this.notes.add(text);
	}

	@Override
	public String keep(String report) {
		return "";
	}

	@Override
	public Clock clock() {
		return Clock.systemUTC();
	}

}
