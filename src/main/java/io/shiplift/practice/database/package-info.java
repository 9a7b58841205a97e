/**
 * Real PostgreSQL servers, and the shop that lives in them.
 */
@NullMarked
package io.shiplift.practice.database;

import org.jspecify.annotations.NullMarked;
