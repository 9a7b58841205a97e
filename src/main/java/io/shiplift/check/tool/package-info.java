/**
 * Checks of this installation.
 */
@NullMarked
package io.shiplift.check.tool;

import org.jspecify.annotations.NullMarked;
