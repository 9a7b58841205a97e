/**
 * The answers of the wizard, and the frozen plan with sizes, resources and costs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fact", "data", "forecast", "mover", "repository" })
package io.shiplift.plan;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
