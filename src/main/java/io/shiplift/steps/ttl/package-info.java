/**
 * Makes the records short-lived before they are switched.
 */
@NullMarked
package io.shiplift.steps.ttl;

import org.jspecify.annotations.NullMarked;
