/**
 * Checks of uploads and static files.
 */
@NullMarked
package io.shiplift.check.files;

import org.jspecify.annotations.NullMarked;
