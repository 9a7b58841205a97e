/**
 * Who may release a cutover, and who did.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "migration", "step", "plan", "fact", "security", "journal" })
package io.shiplift.approval;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
