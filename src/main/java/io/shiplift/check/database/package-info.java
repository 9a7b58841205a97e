/**
 * Checks of the databases.
 */
@NullMarked
package io.shiplift.check.database;

import org.jspecify.annotations.NullMarked;
