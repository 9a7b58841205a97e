/**
 * Checks of caches and brokers.
 */
@NullMarked
package io.shiplift.check.cache;

import org.jspecify.annotations.NullMarked;
