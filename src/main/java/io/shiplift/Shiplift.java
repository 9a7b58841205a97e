package io.shiplift;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Entry point of the application.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Shiplift {

	public static void main(String[] args) {
		SpringApplication.run(Shiplift.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
