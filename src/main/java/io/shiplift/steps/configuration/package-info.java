/**
 * Brings the config vars to AWS.
 */
@NullMarked
package io.shiplift.steps.configuration;

import org.jspecify.annotations.NullMarked;
