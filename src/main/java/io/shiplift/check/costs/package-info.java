/**
 * Checks of what it costs and of what is not known.
 */
@NullMarked
package io.shiplift.check.costs;

import org.jspecify.annotations.NullMarked;
