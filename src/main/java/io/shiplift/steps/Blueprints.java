package io.shiplift.steps;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Template;
import io.shiplift.aws.TemplateParameter;
import io.shiplift.step.Blueprint;

/**
 * Tells which parameters of a template are known, which are still to come and which are
 * secret.
 */
record Blueprints(Template template) {

	Blueprint of(String part, WantedStack wanted, Map<String, String> tags) {
		Map<String, String> parameters = wanted.parameters();
		Set<String> secret = names(TemplateParameter::secret);
		Set<String> missing = names((parameter) -> parameter.required() && !parameter.secret()
				&& !parameters.containsKey(parameter.name()));
		Map<String, String> open = parameters.entrySet()
			.stream()
			.filter((entry) -> !secret.contains(entry.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new Blueprint(part, wanted.name(), this.template.text(), open, missing, secret, wanted.tags(tags),
				wanted.onFailure() == OnFailure.DO_NOTHING);
	}

	private Set<String> names(Predicate<TemplateParameter> which) {
		return this.template.parameters()
			.stream()
			.filter(which)
			.map(TemplateParameter::name)
			.collect(Collectors.toSet());
	}

}
