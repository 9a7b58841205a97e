/**
 * People, teams and memberships, and the rules for changing them.
 */
@NullMarked
package io.shiplift.security.people;

import org.jspecify.annotations.NullMarked;
