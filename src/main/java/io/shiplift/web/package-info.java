/**
 * The frame of every page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "security", "migration", "approval", "journal", "step", "outside" })
package io.shiplift.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
