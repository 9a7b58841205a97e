package io.shiplift.security.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.shiplift.security.people.Email;
import io.shiplift.security.people.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * As long as there is no admin: makes one from the configuration, or prints a link by
 * which a person can.
 */
@Component
class FirstStart implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

	private final Setup setup;

	private final SetupProperties properties;

	private final Passwords passwords;

	private final Environment environment;

	FirstStart(Setup setup, SetupProperties properties, Passwords passwords, Environment environment) {
		this.setup = setup;
		this.properties = properties;
		this.passwords = passwords;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.setup.isDone()) {
			return;
		}
		if (this.properties.isUnattended()) {
			this.setup.completeUnattended(email(), this.properties.name(), this.properties.team(), password());
			log.info("Set up without a person: {} is the first admin", this.properties.email());
		}
		else {
			log.info("""
					Shiplift has no users yet. To make the first one, open this link within {} minutes:

					    {}/setup?token={}

					It works once. A restart makes a new one.""", Setup.VALID.toMinutes(), address(),
					this.setup.open().value());
		}
	}

	private String address() {
		String host = this.environment.getProperty("server.address", "127.0.0.1");
		String port = this.environment.getProperty("local.server.port", "8080");
		return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
	}

	private Email email() {
		String typed = this.properties.email();
		if (typed == null || typed.isBlank()) {
			throw new SetupFailed("shiplift.setup.password-file is set, but shiplift.setup.email is not.",
					"Set both, or none to get a set-up link.");
		}
		return Email.of(typed)
			.orElseThrow(() -> new SetupFailed("shiplift.setup.email is not an e-mail address: " + typed,
					"Set it to the address of the first admin."));
	}

	private String password() {
		Path file = this.properties.passwordFile();
		if (file == null) {
			throw new SetupFailed("shiplift.setup.email is set, but shiplift.setup.password-file is not.",
					"Write a password into a file and set the property to its path.");
		}
		String password = read(file);
		String email = String.valueOf(this.properties.email());
		this.passwords.problem(password, email, this.properties.name()).ifPresent((problem) -> {
			throw new SetupFailed("The password in " + file + " cannot be used: " + problem + ".",
					"Write a better one into the file.");
		});
		return password;
	}

	private static String read(Path file) {
		try {
			String password = Files.readString(file).strip();
			if (password.isEmpty()) {
				throw new SetupFailed("The password file " + file + " is empty.", "Write the password into it.");
			}
			return password;
		}
		catch (IOException unreadable) {
			throw new SetupFailed("The password file " + file + " cannot be read.",
					"Make the file, let this user read it, and write the password into it.");
		}
	}

}
