/**
 * The pages of migrations and their runs.
 */
@NullMarked
package io.shiplift.migration.web;

import org.jspecify.annotations.NullMarked;
