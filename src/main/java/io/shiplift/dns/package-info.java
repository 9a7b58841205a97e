/**
 * Domain names in our words: hosts, records and what resolvers see.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "credentials", "outside", "http", "aws" })
package io.shiplift.dns;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
