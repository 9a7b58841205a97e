package io.shiplift.security.signin;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Makes the first admin without a person at the keyboard.
 *
 * @param email the e-mail address of the first admin
 * @param name how the first admin is called on the pages
 * @param team the name of the first team
 * @param passwordFile a file that holds the password, 12 to 128 characters
 */
@ConfigurationProperties("shiplift.setup")
record SetupProperties(@Nullable String email, @DefaultValue("Admin") String name, @DefaultValue("Team") String team,
		@Nullable Path passwordFile) {

	boolean isUnattended() {
		return (this.email != null && !this.email.isBlank()) || this.passwordFile != null;
	}

}
