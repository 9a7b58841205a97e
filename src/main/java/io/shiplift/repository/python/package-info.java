/**
 * Reads Python without running it, as far as settings need it.
 */
@NullMarked
package io.shiplift.repository.python;

import org.jspecify.annotations.NullMarked;
