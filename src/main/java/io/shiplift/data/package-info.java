/**
 * Looks at PostgreSQL databases, moves one into another and proves that they are equal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "outside", "mover", "mover :: main", "mover :: file" })
package io.shiplift.data;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
