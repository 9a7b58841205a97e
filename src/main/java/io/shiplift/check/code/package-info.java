/**
 * Checks of Python, Django and packages.
 */
@NullMarked
package io.shiplift.check.code;

import org.jspecify.annotations.NullMarked;
