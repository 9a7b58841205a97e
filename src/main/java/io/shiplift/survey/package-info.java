/**
 * Looks at the AWS account of a migration before anything is built in it.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "aws", "credentials", "plan", "migration", "journal", "security", "outside" })
package io.shiplift.survey;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
