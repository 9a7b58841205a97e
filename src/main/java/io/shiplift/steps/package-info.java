/**
 * One folder for each piece of work.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "step", "fact", "plan", "aws", "heroku", "dns", "data", "forecast", "mover",
		"http", "credentials", "outside", "survey" })
package io.shiplift.steps;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
