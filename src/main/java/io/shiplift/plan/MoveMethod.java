package io.shiplift.plan;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.plan.Plan.SourceDatabase.Method;

/**
 * A way to move the data that can be chosen. Adding one is adding a bean of this type
 * beside the step that carries it out; a method without one is not offered.
 */
public interface MoveMethod {

	Method method();

	/** What people choose, such as "Copy while the app is down". */
	String title();

	/** What it means for the app and does to the source, in a sentence or two. */
	String effect();

	/** Why this database cannot be moved like this, or an empty text. */
	default String obstacle(DatabaseFacts database) {
		return "";
	}

}
