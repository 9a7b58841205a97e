/**
 * Asks the application on its AWS address.
 */
@NullMarked
package io.shiplift.steps.firstlook;

import org.jspecify.annotations.NullMarked;
