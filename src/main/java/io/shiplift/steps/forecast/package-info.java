/**
 * Says how long the app will be down.
 */
@NullMarked
package io.shiplift.steps.forecast;

import org.jspecify.annotations.NullMarked;
