/**
 * The mover's entrance.
 */
@NullMarked
@NamedInterface("main")
package io.shiplift.mover.main;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
