/**
 * The shop's site in the practice world, as visitors see it on either shore.
 */
@NullMarked
package io.shiplift.practice.site;

import org.jspecify.annotations.NullMarked;
