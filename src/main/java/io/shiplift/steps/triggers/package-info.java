/**
 * Removes what a copy made ahead left in the source.
 */
@NullMarked
package io.shiplift.steps.triggers;

import org.jspecify.annotations.NullMarked;
