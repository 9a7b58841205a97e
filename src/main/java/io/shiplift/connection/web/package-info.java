/**
 * The pages of connections.
 */
@NullMarked
package io.shiplift.connection.web;

import org.jspecify.annotations.NullMarked;
