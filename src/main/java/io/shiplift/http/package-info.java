/**
 * Small HTTP client and the probe that smoke tests use.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "credentials", "outside" })
package io.shiplift.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
