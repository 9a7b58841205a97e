/**
 * Runs the released steps in the background.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "migration", "step", "plan", "fact", "journal", "credentials", "outside", "code" })
package io.shiplift.execution;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
