package io.shiplift.mover.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.shiplift.mover.Comparison.Explained;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.verify.Fingerprint;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a copy leaves for the comparison: what the source was, and what was converted.
 */
record Kept(Fingerprint source, List<Explained> conversions) {

	static final Path CONVERSIONS = Path.of("conversions");

	private static final JsonMapper json = JsonMapper.builder().build();

	static List<String> lines(List<Conversion> conversions) {
		return conversions.stream().map(Conversion::explained).map(json::writeValueAsString).toList();
	}

	static Kept read(Path fingerprint) {
		try {
			return new Kept(Fingerprint.parse(Files.readAllLines(fingerprint)),
					Files.readAllLines(fingerprint.resolveSibling(CONVERSIONS))
						.stream()
						.map((line) -> json.readValue(line, Explained.class))
						.toList());
		}
		catch (IOException ex) {
			throw new MoverProblem("What the source was at the moment of the copy is not there any more ("
					+ fingerprint.getFileName() + "). Copy the database again.", ex);
		}
	}

}
