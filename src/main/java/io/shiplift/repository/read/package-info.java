/**
 * Draws conclusions from the files of an app.
 */
@NullMarked
package io.shiplift.repository.read;

import org.jspecify.annotations.NullMarked;
