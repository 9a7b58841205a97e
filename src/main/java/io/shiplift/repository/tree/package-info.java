/**
 * The text files of a repository or archive, within limits.
 */
@NullMarked
package io.shiplift.repository.tree;

import org.jspecify.annotations.NullMarked;
