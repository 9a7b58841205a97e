/**
 * Migrations, their plans, runs and step runs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "step", "plan", "fact", "source", "data", "forecast", "credentials",
		"security", "journal", "mover", "code", "repository", "outside" })
package io.shiplift.migration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
