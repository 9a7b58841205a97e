/**
 * Moves the traffic.
 */
@NullMarked
package io.shiplift.steps.switchover;

import org.jspecify.annotations.NullMarked;
