/**
 * Proposes the changes that a Django app needs on AWS, as patches.
 */
@NullMarked
package io.shiplift.repository.doctor;

import org.jspecify.annotations.NullMarked;
