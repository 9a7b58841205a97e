/**
 * A program of its own that copies databases and proves that they are equal. It gets one
 * {@link io.shiplift.mover.Job} as JSON on its standard input, passwords included, and
 * says in {@link io.shiplift.mover.Line}s of JSON on its standard output how it goes. It
 * knows nothing of the rest of Shiplift, so that it runs wherever Java does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.shiplift.mover;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
