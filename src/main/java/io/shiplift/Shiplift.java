package io.shiplift;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Entry point of the application.
 */
@SpringBootApplication
public class Shiplift {

	public static void main(String[] args) {
		SpringApplication.run(Shiplift.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
