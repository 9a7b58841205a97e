/**
 * Replays the smoke test.
 */
@NullMarked
package io.shiplift.steps.smoke;

import org.jspecify.annotations.NullMarked;
