/**
 * Heroku and AWS accounts of a team: adding, testing, replacing and removing them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "credentials", "heroku", "aws", "plan", "outside", "journal", "security" })
package io.shiplift.connection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
