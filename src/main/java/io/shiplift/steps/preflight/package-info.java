/**
 * Looks whether everything is in place before anything is made.
 */
@NullMarked
package io.shiplift.steps.preflight;

import org.jspecify.annotations.NullMarked;
