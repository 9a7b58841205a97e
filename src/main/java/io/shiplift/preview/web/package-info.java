/**
 * The pages of previews, and what can be downloaded there.
 */
@NullMarked
package io.shiplift.preview.web;

import org.jspecify.annotations.NullMarked;
