package io.shiplift.repository.read;

import java.util.List;

import io.shiplift.repository.python.Block;

/**
 * Whether production takes a branch of the settings, as far as its condition tells.
 */
public enum Branch {

	/** Surely, or most likely. */
	PRODUCTION,

	/** There is no condition. */
	ALWAYS,

	/** The condition does not tell. */
	MAYBE,

	/** Only developers and tests. */
	DEVELOPMENT;

	static Branch of(List<Block> blocks) {
		Branch branch = ALWAYS;
		for (Block block : blocks) {
			if (block.conditional()) {
				Branch one = of(block);
				branch = (one.ordinal() > branch.ordinal() || branch == ALWAYS) ? one : branch;
			}
		}
		return branch;
	}

	private static Branch of(Block block) {
		if ("except".equals(block.keyword())) {
			return DEVELOPMENT;
		}
		String condition = block.condition().toUpperCase(java.util.Locale.ROOT);
		boolean not = condition.startsWith("NOT ") || condition.contains("NOT DEBUG") || condition.contains("NOT IN")
				|| condition.contains("!=") || condition.contains("DEBUG == FALSE") || condition.contains("IS FALSE");
		boolean development = condition.matches(".*(DEBUG|LOCAL|DEV|TEST|SYS . ARGV|GITHUB|TRAVIS|\\bCI\\b).*");
		boolean production = condition
			.matches(".*(DYNO|HEROKU|PROD|LIVE|STAGING|DEPLOY|AWS|S3|CLOUD|ENVIRON|GETENV|_URL|SENTRY|REDIS).*");
		if (!development && !production) {
			return MAYBE;
		}
		boolean taken = (development ? not : !not) != block.negated();
		return taken ? PRODUCTION : DEVELOPMENT;
	}

	/** Whether the branch is taken only on Heroku. */
	static boolean heroku(List<Block> blocks) {
		return blocks.stream().anyMatch((block) -> block.condition().matches(".*(DYNO|HEROKU).*"));
	}

}
