/**
 * What AWS would do before it does it, and what it did to take along.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "migration", "step", "plan", "fact", "aws", "credentials", "security",
		"journal", "outside" })
package io.shiplift.preview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
