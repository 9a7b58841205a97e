/**
 * Append-only, hash-chained record of everything that happened.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "security", "credentials" })
package io.shiplift.journal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
