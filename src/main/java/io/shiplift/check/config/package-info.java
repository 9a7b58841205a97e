/**
 * Checks of config vars and of what reads them.
 */
@NullMarked
package io.shiplift.check.config;

import org.jspecify.annotations.NullMarked;
