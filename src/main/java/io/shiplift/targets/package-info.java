/**
 * Where an application can be lifted to: one folder for each target.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "step", "steps", "fact", "plan", "aws", "credentials", "outside" })
package io.shiplift.targets;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
