/**
 * Asks the application on its AWS address.
 */
@NullMarked
package io.shiplift.steps.smokeaws;

import org.jspecify.annotations.NullMarked;
