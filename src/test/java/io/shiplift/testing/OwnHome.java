package io.shiplift.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/**
 * A directory for what the application keeps, which goes when the application stops.
 */
@TestConfiguration(proxyBeanMethods = false)
public class OwnHome {

	@Bean
	DynamicPropertyRegistrar home(Place place) {
		return (registry) -> registry.add("shiplift.home", () -> place.path().toString());
	}

	@Bean
	Place place() throws IOException {
		return new Place(Files.createTempDirectory("shiplift-home-"));
	}

	/** Where the application lives. */
	public record Place(Path path) implements AutoCloseable {

		@Override
		public void close() throws IOException {
			FileSystemUtils.deleteRecursively(this.path);
		}

	}

}
