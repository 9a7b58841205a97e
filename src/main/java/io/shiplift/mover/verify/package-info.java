/**
 * Proves that two databases are equal.
 */
@NullMarked
@NamedInterface("verify")
package io.shiplift.mover.verify;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
