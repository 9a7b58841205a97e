/**
 * Has the scheduler jobs turned off.
 */
@NullMarked
package io.shiplift.steps.scheduler;

import org.jspecify.annotations.NullMarked;
