/**
 * Runs the app's own migrations.
 */
@NullMarked
package io.shiplift.steps.migrations;

import org.jspecify.annotations.NullMarked;
