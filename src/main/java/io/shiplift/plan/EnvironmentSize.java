package io.shiplift.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.plan.Plan.ConfigFate;

/**
 * How many bytes Elastic Beanstalk will count of the config vars. It allows 4,096 for all
 * names and values together; a secret counts with its reference instead of its value.
 */
public final class EnvironmentSize {

	/** Bytes that Elastic Beanstalk allows. */
	public static final int LIMIT = 4096;

	static final String LIMIT_WORDS = "4,096 bytes";

	/** From here on people should know. */
	public static final int CLOSE = 3500;

	/** The number of the account and the six letters that AWS adds. */
	private static final int ACCOUNT_AND_SUFFIX = 12 + 7;

	private static final int ID = "shiplift-k3f9abcd".length();

	private EnvironmentSize() {
	}

	/**
	 * What the names and the references take as the answers are, or would be by our
	 * proposals; plain values, which are not kept here, come on top.
	 */
	public static int least(SourceApp app, Answers answers) {
		ConfigAdviser adviser = new ConfigAdviser(new Setting(List.of(app.name()), app, answers));
		Map<String, ConfigFate> fates = new TreeMap<>();
		app.configVars().forEach((configVar) -> {
			String answer = answers.value(ConfigTopic.KEY, configVar.name());
			fates.put(configVar.name(),
					answer.isEmpty() ? adviser.of(configVar).proposal() : ConfigFate.valueOf(answer));
		});
		return of(fates, SourceConfig.NONE, answers.value(RegionTopic.KEY, "region"));
	}

	static int of(Map<String, ConfigFate> fates, SourceConfig config, String region) {
		return fates.entrySet()
			.stream()
			.mapToInt((fate) -> bytes(fate.getKey(), fate.getValue(), config, region))
			.sum();
	}

	/** The figure in a sentence, with what to do if it is too much. */
	static String words(int bytes, long references) {
		String count = String.format(Locale.ROOT,
				"The config vars take about %,d of the %s that Elastic Beanstalk allows; %d of them go by reference.",
				bytes, LIMIT_WORDS, references);
		if (bytes > LIMIT) {
			return count + " That is too much: leave some behind, or let the code read several from one secret.";
		}
		return (bytes > CLOSE) ? count + " That is close: copy long plain values as secrets." : count;
	}

	static boolean byReference(ConfigFate fate) {
		return fate != ConfigFate.PLAIN && fate != ConfigFate.DROPPED;
	}

	private static int bytes(String name, ConfigFate fate, SourceConfig config, String region) {
		if (fate == ConfigFate.DROPPED) {
			return 0;
		}
		int value = byReference(fate) ? reference(name, region)
				: config.of(name).map(SourceConfig.Value::bytes).orElse(0);
		return name.length() + value + 2;
	}

	private static int reference(String name, String region) {
		return "arn:aws:secretsmanager:".length() + region.length() + ":".length() + ":secret:".length() + ID
				+ "/env/".length() + name.length() + ACCOUNT_AND_SUFFIX;
	}

}
