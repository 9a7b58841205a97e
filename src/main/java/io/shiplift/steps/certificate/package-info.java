/**
 * Requests the certificate and sees it issued.
 */
@NullMarked
package io.shiplift.steps.certificate;

import org.jspecify.annotations.NullMarked;
