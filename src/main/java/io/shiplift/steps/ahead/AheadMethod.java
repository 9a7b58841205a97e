package io.shiplift.steps.ahead;

import io.shiplift.plan.MoveMethod;
import io.shiplift.plan.Plan.SourceDatabase.Method;

import org.springframework.stereotype.Component;

/**
 * Everything is copied while the app runs; the window takes the last changes only.
 */
@Component
class AheadMethod implements MoveMethod {

	@Override
	public Method method() {
		return Method.AHEAD;
	}

	@Override
	public String title() {
		return "Copy ahead, finish while the app is down";
	}

	@Override
	public String effect() {
		return "The app is down only for the last changes and their proof. Triggers in a schema of their own note what"
				+ " changes in the source meanwhile; they are removed afterwards. Tables must not change their shape, and those"
				+ " without a primary key are copied whole at the end.";
	}

}
