/**
 * A zone with records, and resolvers that learn of a change at different times.
 */
@NullMarked
package io.shiplift.practice.dns;

import org.jspecify.annotations.NullMarked;
