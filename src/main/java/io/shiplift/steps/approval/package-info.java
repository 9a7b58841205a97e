/**
 * Checks the decision that released the cutover.
 */
@NullMarked
package io.shiplift.steps.approval;

import org.jspecify.annotations.NullMarked;
