/**
 * Checks of where and how the app runs on Heroku.
 */
@NullMarked
package io.shiplift.check.platform;

import org.jspecify.annotations.NullMarked;
