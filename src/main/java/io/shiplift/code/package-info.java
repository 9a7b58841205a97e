/**
 * Where a migration's code is, what was read from it, and what people said about that.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "repository", "credentials", "journal", "security", "outside" })
package io.shiplift.code;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
