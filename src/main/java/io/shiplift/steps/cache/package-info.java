/**
 * Makes the cache and broker.
 */
@NullMarked
package io.shiplift.steps.cache;

import org.jspecify.annotations.NullMarked;
