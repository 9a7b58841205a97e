/**
 * Copies a database while its application goes on writing, and finishes in a moment.
 */
@NullMarked
package io.shiplift.mover.ahead;

import org.jspecify.annotations.NullMarked;
