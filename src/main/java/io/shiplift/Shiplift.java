package io.shiplift;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Entry point of the application.
 */
@SpringBootApplication
public class Shiplift {

	public static void main(String[] args) {
		SpringApplication.run(Shiplift.class, args);
	}

}
