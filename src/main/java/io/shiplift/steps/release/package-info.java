/**
 * Ends the cutover.
 */
@NullMarked
package io.shiplift.steps.release;

import org.jspecify.annotations.NullMarked;
