/**
 * Shiplift: lifts a twelve-factor application off Heroku onto the user's own AWS account.
 */
@NullMarked
package io.shiplift;

import org.jspecify.annotations.NullMarked;
