/**
 * The real Heroku, asked over HTTP: how a request gets there, what an answer means, and
 * the calls that this product needs.
 */
@NullMarked
package io.shiplift.heroku.api;

import org.jspecify.annotations.NullMarked;
