/**
 * People, teams, roles and how they sign in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.shiplift.security;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
