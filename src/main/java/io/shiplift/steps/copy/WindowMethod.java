package io.shiplift.steps.copy;

import io.shiplift.plan.MoveMethod;
import io.shiplift.plan.Plan.SourceDatabase.Method;

import org.springframework.stereotype.Component;

/**
 * Everything is copied in the window, in streams from database to database.
 */
@Component
class WindowMethod implements MoveMethod {

	@Override
	public Method method() {
		return Method.WINDOW;
	}

	@Override
	public String title() {
		return "Copy while the app is down";
	}

	@Override
	public String effect() {
		return "The app is down until every row is copied and compared. The source is only read.";
	}

}
