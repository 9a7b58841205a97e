/**
 * Makes the database server.
 */
@NullMarked
package io.shiplift.steps.database;

import org.jspecify.annotations.NullMarked;
