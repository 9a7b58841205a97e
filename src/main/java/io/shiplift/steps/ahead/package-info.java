/**
 * Copies the data while the app runs.
 */
@NullMarked
package io.shiplift.steps.ahead;

import org.jspecify.annotations.NullMarked;
