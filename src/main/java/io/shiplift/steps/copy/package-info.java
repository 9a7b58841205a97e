/**
 * Copies the data into a fresh database.
 */
@NullMarked
package io.shiplift.steps.copy;

import org.jspecify.annotations.NullMarked;
