/**
 * AWS in our words: the calls this product needs and no others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "credentials", "outside" })
package io.shiplift.aws;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
