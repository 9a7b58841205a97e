/**
 * Archives of {@code pg_dump}: what is in them, what of it belongs into a target, and how
 * it gets there.
 */
@NullMarked
package io.shiplift.mover.archive;

import org.jspecify.annotations.NullMarked;
