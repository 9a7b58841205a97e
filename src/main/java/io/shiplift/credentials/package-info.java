/**
 * Connections of a team and the encrypted store of its secrets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "outside")
package io.shiplift.credentials;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
