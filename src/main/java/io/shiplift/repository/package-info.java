/**
 * Reads an app's code without running it: what it is made of, from which line that is
 * known, and which changes it needs on AWS.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fact", "outside" })
package io.shiplift.repository;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
