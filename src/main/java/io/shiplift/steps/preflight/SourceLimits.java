package io.shiplift.steps.preflight;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.RdsExtensions;
import io.shiplift.plan.MoveMethod;
import io.shiplift.plan.Obstacles;
import io.shiplift.plan.Plan;

/**
 * Whether what was planned on AWS can take the source: its size, its extensions and the
 * way it is to move.
 */
final class SourceLimits {

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
			.filter((name) -> !RdsExtensions.offered(name))
			.forEach((name) -> problems.add("The source uses the extension " + name
					+ ", which RDS does not offer. Remove it from the source (drop extension " + name + ")."));
		if (source.foreign() && plan.database().engine() == DatabaseEngine.POSTGRES) {
			problems.add(Obstacles.MYSQL_BEHIND_HEROKU);
			return problems;
		}
		methods.stream()
			.filter((method) -> method.method() == plan.database().method())
			.map((method) -> Obstacles.of(method, source))
			.filter((obstacle) -> !obstacle.isEmpty())
			.forEach(problems::add);
		return problems;
	}

}
