/**
 * Makes the buckets for uploads and for the migration itself.
 */
@NullMarked
package io.shiplift.steps.filestore;

import org.jspecify.annotations.NullMarked;
