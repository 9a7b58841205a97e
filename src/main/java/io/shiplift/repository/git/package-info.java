/**
 * Gets the newest files of a branch over https.
 */
@NullMarked
package io.shiplift.repository.git;

import org.jspecify.annotations.NullMarked;
