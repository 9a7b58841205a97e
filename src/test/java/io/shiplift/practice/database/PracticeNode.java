package io.shiplift.practice.database;

import java.io.IOException;

/**
 * A process that uses the practice databases until its input ends.
 */
public final class PracticeNode {

	private PracticeNode() {
	}

	public static void main(String[] arguments) throws IOException {
		PracticeDatabases databases = new PracticeDatabases(arguments[0], false);
		String source = (arguments.length > 1) ? databases.source(arguments[1]) + " " : "";
		System.out.println("using " + source + databases.targetMaster());
		if (System.in.read() < 0) {
			databases.close();
		}
	}

}
