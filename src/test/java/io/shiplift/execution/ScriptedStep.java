package io.shiplift.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.shiplift.fact.Fact;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

/**
 * A step that answers what a test tells it to, and remembers that it was asked.
 */
class ScriptedStep implements Step {

	private final String key;

	private final Class<? extends Fact> yields;

	private final Set<Class<? extends Fact>> needs;

	final Deque<Function<StepContext, StepResult>> answers = new ArrayDeque<>();

	final List<String> calls = new ArrayList<>();

	ScriptedStep(String key, Class<? extends Fact> yields, Set<Class<? extends Fact>> needs) {
		this.key = key;
		this.yields = yields;
		this.needs = needs;
	}

	void answer(StepResult result) {
		this.answers.add((context) -> result);
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public String title() {
		return "Scripted " + this.key;
	}

	@Override
	public String purpose() {
		return "Answers what a test says";
	}

	@Override
	public Set<RunKind> forward() {
		return EnumSet.of(RunKind.PREPARE);
	}

	@Override
	public Set<RunKind> backward() {
		return EnumSet.of(RunKind.TEARDOWN);
	}

	@Override
	public Set<Class<? extends Fact>> needs(RunKind kind) {
		return this.needs;
	}

	@Override
	public Class<? extends Fact> yields() {
		return this.yields;
	}

	@Override
	public boolean skippable() {
		return true;
	}

	@Override
	public StepResult advance(StepContext context) {
		this.calls.add("advance");
		return this.answers.remove().apply(context);
	}

	@Override
	public StepResult undo(StepContext context) {
		this.calls.add("undo");
		return StepResult.undone();
	}

}
