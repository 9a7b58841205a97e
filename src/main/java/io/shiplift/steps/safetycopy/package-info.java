/**
 * Keeps a backup file of the source beside the move.
 */
@NullMarked
package io.shiplift.steps.safetycopy;

import org.jspecify.annotations.NullMarked;
