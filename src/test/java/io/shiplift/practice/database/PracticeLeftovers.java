package io.shiplift.practice.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.shiplift.testing.PostgresServer;

/**
 * Ends the practice servers of an application that was killed.
 */
public final class PracticeLeftovers {

	private PracticeLeftovers() {
	}

	/** Does nothing while another application uses the same home. */
	public static void stop(Path home) {
		Path practice = home.resolve("practice");
		if (!Files.exists(practice.resolve("in-use"))) {
			return;
		}
		Sharing sharing = new Sharing(practice);
		sharing.join();
		if (sharing.leaveAsLast()) {
			for (String name : List.of("source", "target")) {
				Postmaster.at(practice.resolve(name), PostgresServer.programs()).stopAtOnce();
			}
		}
	}

}
