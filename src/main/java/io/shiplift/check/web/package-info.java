/**
 * The page of a migration's readiness checks.
 */
@NullMarked
package io.shiplift.check.web;

import org.jspecify.annotations.NullMarked;
