/**
 * Proves that the copy equals its source.
 */
@NullMarked
package io.shiplift.steps.verify;

import org.jspecify.annotations.NullMarked;
