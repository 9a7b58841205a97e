/**
 * Looks over the Heroku app and says what it is made of.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "heroku", "fact", "credentials", "outside", "data", "dns" })
package io.shiplift.source;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
