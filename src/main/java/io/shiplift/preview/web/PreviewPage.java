package io.shiplift.preview.web;

import java.util.List;

import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.preview.StackPreview;
import io.shiplift.preview.StackPreview.State;

/**
 * The previews as the page shows them. {@code possible} says whether there is an account
 * to ask, {@code built} whether anything was built that can be taken along.
 */
record PreviewPage(List<StackPreview> stacks, boolean possible, boolean built) {

	/** Whether AWS still works something out. */
	public boolean working() {
		return is(State.WORKING);
	}

	/** Whether there is something that AWS was not asked yet. */
	public boolean askable() {
		return this.possible && is(State.UNASKED);
	}

	/** Whether there is something to clear away. */
	public boolean asked() {
		return this.possible && (is(State.READY) || is(State.WORKING) || is(State.EMPTY) || is(State.REFUSED));
	}

	private boolean is(State state) {
		return this.stacks.stream().anyMatch((stack) -> stack.state() == state);
	}

	public String word(Change change) {
		return StackPreview.word(change);
	}

	public boolean grave(Change change) {
		return StackPreview.grave(change);
	}

	/** Where the list comes from, in words. */
	public String source(StackPreview stack) {
		return switch (stack.state()) {
			case LATER -> stack.blueprint().missing().isEmpty()
					? "As the template says. AWS is asked when it is built: a secret is made for it then."
					: "As the template says. AWS can be asked as soon as the stacks before stand.";
			case UNASKED -> "As the template says. AWS was not asked yet.";
			case WORKING -> "As the template says, until AWS has answered.";
			case READY -> "As AWS says.";
			case SAME -> "It stands exactly like this.";
			case EMPTY -> "AWS says that nothing would change.";
			case REFUSED, UNREACHED -> stack.reason();
		};
	}

}
