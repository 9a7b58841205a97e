package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * Tags and parameters of stacks as the SDK wants them.
 */
final class StackTags {

	private StackTags() {
	}

	static Map<String, String> map(List<Tag> tags) {
		return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
	}

	static List<Tag> list(Map<String, String> tags) {
		return tags.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
	}

	static List<Parameter> parameters(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> Parameter.builder().parameterKey(entry.getKey()).parameterValue(entry.getValue()).build())
			.toList();
	}

}
