package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;

/**
 * Option settings of Beanstalk as {@code namespace:option} and as its SDK has them.
 */
final class Options {

	private Options() {
	}

	static List<ConfigurationOptionSetting> of(Map<String, String> settings) {
		return new TreeMap<>(settings).entrySet().stream().map((setting) -> {
			int colon = setting.getKey().lastIndexOf(':');
			return ConfigurationOptionSetting.builder()
				.namespace(setting.getKey().substring(0, colon))
				.optionName(setting.getKey().substring(colon + 1))
				.value(setting.getValue())
				.build();
		}).toList();
	}

	/** Options without a value are not set. */
	static Map<String, String> read(List<ConfigurationOptionSetting> settings) {
		Map<String, String> read = new TreeMap<>();
		settings.stream()
			.filter((setting) -> setting.value() != null && setting.resourceName() == null)
			.forEach((setting) -> read.put(setting.namespace() + ":" + setting.optionName(), setting.value()));
		settings.stream()
			.filter((setting) -> setting.value() != null && setting.resourceName() != null)
			.forEach((setting) -> read.putIfAbsent(setting.namespace() + ":" + setting.optionName(), setting.value()));
		return read;
	}

}
