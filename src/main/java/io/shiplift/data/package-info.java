/**
 * Looks at databases, moves one into another of PostgreSQL and proves that they are
 * equal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "outside", "mover", "mover :: main", "mover :: file", "mover :: mysql" })
package io.shiplift.data;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
