/**
 * The page that shows a practice world from outside and lets things go wrong in it.
 */
@NullMarked
package io.shiplift.practice.web;

import org.jspecify.annotations.NullMarked;
