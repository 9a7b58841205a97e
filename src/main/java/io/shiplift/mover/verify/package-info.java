/**
 * Proves that two databases are equal.
 */
@NullMarked
package io.shiplift.mover.verify;

import org.jspecify.annotations.NullMarked;
