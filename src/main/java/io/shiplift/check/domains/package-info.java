/**
 * Checks of names, DNS and certificates.
 */
@NullMarked
package io.shiplift.check.domains;

import org.jspecify.annotations.NullMarked;
