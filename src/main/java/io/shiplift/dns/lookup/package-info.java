/**
 * Looks names up with the resolver of this machine and the zone's own servers.
 */
@NullMarked
package io.shiplift.dns.lookup;

import org.jspecify.annotations.NullMarked;
