/**
 * Puts the source into maintenance mode.
 */
@NullMarked
package io.shiplift.steps.maintenance;

import org.jspecify.annotations.NullMarked;
