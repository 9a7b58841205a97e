/**
 * The contract between a step, the plan and whoever runs it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fact", "plan", "credentials" })
package io.shiplift.step;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
