/**
 * Asks whether an app is ready to move: one question a class, with what was found, what
 * follows and what to do. A new check is a new class.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fact", "repository", "code", "source", "plan", "migration", "journal",
		"security", "credentials", "data", "outside" })
package io.shiplift.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
