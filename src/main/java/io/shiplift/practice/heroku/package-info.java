/**
 * A scripted Heroku with one app, whose state outlives the application.
 */
@NullMarked
package io.shiplift.practice.heroku;

import org.jspecify.annotations.NullMarked;
