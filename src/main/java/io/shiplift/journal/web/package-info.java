/**
 * The journal's pages, and the doorbell that tells open pages to look again.
 */
@NullMarked
package io.shiplift.journal.web;

import org.jspecify.annotations.NullMarked;
