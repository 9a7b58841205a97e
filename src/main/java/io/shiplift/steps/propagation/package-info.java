/**
 * Watches the switch spread.
 */
@NullMarked
package io.shiplift.steps.propagation;

import org.jspecify.annotations.NullMarked;
