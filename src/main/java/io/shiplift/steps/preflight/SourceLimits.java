package io.shiplift.steps.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.plan.MoveMethod;
import io.shiplift.plan.Obstacles;
import io.shiplift.plan.Plan;

/**
 * Whether what was planned on AWS can take the source: its size, its extensions and the
 * way it is to move.
 */
final class SourceLimits {

	/** What RDS for PostgreSQL offers in some version, or what need not be there. */
	private static final Set<String> OFFERED = offered();

	private SourceLimits() {
	}

	static List<String> problems(Plan plan, DatabaseFacts source, List<MoveMethod> methods) {
		List<String> problems = new ArrayList<>();
		long needed = source.limits().storageNeeded(source.bytes());
		if (needed > plan.sizes().databaseStorage()) {
			problems.add("The planned database has " + plan.sizes().databaseStorage() + " GiB of storage, but " + needed
					+ " GiB are needed while the data is loaded. Plan at least that much.");
		}
		source.extensions()
			.stream()
			.map(DatabaseFacts.Extension::name)
			.filter((name) -> !OFFERED.contains(name))
			.forEach((name) -> problems.add("The source uses the extension " + name
					+ ", which RDS does not offer. Remove it from the source (drop extension " + name + ")."));
		methods.stream()
			.filter((method) -> method.method() == plan.database().method())
			.map((method) -> Obstacles.of(method, source))
			.filter((obstacle) -> !obstacle.isEmpty())
			.forEach(problems::add);
		return problems;
	}

	private static Set<String> offered() {
		try (InputStream list = SourceLimits.class.getResourceAsStream("rds-extensions.txt")) {
			return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines()
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
