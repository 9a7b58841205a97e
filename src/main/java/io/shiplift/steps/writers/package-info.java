/**
 * Proves that nobody writes to the source any more.
 */
@NullMarked
package io.shiplift.steps.writers;

import org.jspecify.annotations.NullMarked;
