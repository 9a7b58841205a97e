/**
 * How a call to an outside system can go wrong, in words every module shares.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.shiplift.outside;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
