/**
 * Drops the database of a rehearsal.
 */
@NullMarked
package io.shiplift.steps.scratch;

import org.jspecify.annotations.NullMarked;
