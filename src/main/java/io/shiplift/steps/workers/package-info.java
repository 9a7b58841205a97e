/**
 * Stops the source background processes.
 */
@NullMarked
package io.shiplift.steps.workers;

import org.jspecify.annotations.NullMarked;
