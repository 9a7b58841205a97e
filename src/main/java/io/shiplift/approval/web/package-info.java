/**
 * The pages of cutovers, decisions and history.
 */
@NullMarked
package io.shiplift.approval.web;

import org.jspecify.annotations.NullMarked;
