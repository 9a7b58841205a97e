/**
 * How a person gets in, stays in and is put out again.
 */
@NullMarked
package io.shiplift.security.signin;

import org.jspecify.annotations.NullMarked;
