/**
 * The AWS of the practice world: templates come to life in rows, step by step as time
 * passes, without any thread.
 */
@NullMarked
package io.shiplift.practice.aws;

import org.jspecify.annotations.NullMarked;
