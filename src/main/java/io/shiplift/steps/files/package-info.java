/**
 * Deletes from this machine what holds data of the app.
 */
@NullMarked
package io.shiplift.steps.files;

import org.jspecify.annotations.NullMarked;
