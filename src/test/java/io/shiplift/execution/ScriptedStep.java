package io.shiplift.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shiplift.fact.Fact;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.step.StepSheet.Trait;

/**
 * A step that answers what a test tells it to, and remembers that it was asked.
 */
class ScriptedStep implements Step {

	private final StepSheet sheet;

	final Deque<Function<StepContext, StepResult>> answers = new ArrayDeque<>();

	/** What it says of something that it left running. */
	Supplier<String> trouble = () -> "";

	final List<String> calls = new ArrayList<>();

	ScriptedStep(String key, Class<? extends Fact> yields) {
		this.sheet = StepSheet.of(key, "Scripted " + key, "Answers what a test says", yields)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN)
			.with(Trait.SKIPPABLE, Trait.TENDED);
	}

	ScriptedStep(String key, Class<? extends Fact> yields, Class<? extends Fact> needs) {
		this.sheet = new ScriptedStep(key, yields).sheet.needs(needs);
	}

	void answer(StepResult result) {
		this.answers.add((context) -> result);
	}

	@Override
	public StepSheet sheet() {
		return this.sheet;
	}

	@Override
	public StepResult advance(StepContext context) {
		this.calls.add("advance");
		return this.answers.remove().apply(context);
	}

	@Override
	public String tend(StepContext context) {
		this.calls.add("tend");
		return this.trouble.get();
	}

	@Override
	public StepResult undo(StepContext context) {
		this.calls.add("undo");
		return StepResult.undone();
	}

}
