/**
 * Copies a whole database in one go, as it is at one moment.
 */
@NullMarked
package io.shiplift.mover.copy;

import org.jspecify.annotations.NullMarked;
