/**
 * Restores databases from backup files.
 */
@NullMarked
@NamedInterface("file")
package io.shiplift.mover.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
