/**
 * Heroku in our words: the calls this product needs and no others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "credentials", "outside", "http" })
package io.shiplift.heroku;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
