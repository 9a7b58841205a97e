/**
 * Judges all checks of a migration, keeps the answers and what people said to them, and
 * holds plans back that something stands against.
 */
@NullMarked
package io.shiplift.check.result;

import org.jspecify.annotations.NullMarked;
