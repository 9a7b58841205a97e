/**
 * The practice world: a scripted Heroku, AWS and DNS around real databases.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "aws", "heroku", "dns", "http", "data", "credentials", "outside", "security",
		"migration" })
package io.shiplift.practice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
