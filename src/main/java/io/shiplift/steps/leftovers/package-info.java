/**
 * Looks for what a teardown left.
 */
@NullMarked
package io.shiplift.steps.leftovers;

import org.jspecify.annotations.NullMarked;
