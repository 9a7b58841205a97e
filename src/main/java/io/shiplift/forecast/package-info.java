/**
 * Says how long a data move will take, from what earlier ones took. Pure calculation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fact" })
package io.shiplift.forecast;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
