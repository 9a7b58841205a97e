/**
 * Checks of what runs.
 */
@NullMarked
package io.shiplift.check.processes;

import org.jspecify.annotations.NullMarked;
