/**
 * Copies databases of MySQL and MariaDB into PostgreSQL and proves that nothing was lost.
 */
@NullMarked
@NamedInterface("mysql")
package io.shiplift.mover.mysql;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
