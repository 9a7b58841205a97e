/**
 * What stands on either shore, as records that steps hand to one another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.shiplift.fact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
