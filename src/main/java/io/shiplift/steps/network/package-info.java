/**
 * Makes the private network.
 */
@NullMarked
package io.shiplift.steps.network;

import org.jspecify.annotations.NullMarked;
