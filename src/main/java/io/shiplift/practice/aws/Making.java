package io.shiplift.practice.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.FilledTemplate;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Template;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;

/**
 * What a request would consist of: parts with their identifiers, their properties, and
 * the outputs.
 */
record Making(Request request, List<Part> parts, Map<String, Map<String, Object>> properties,
		Map<String, String> outputs) {

	static Making of(Request request, Place place, int generation) {
		FilledTemplate template = filled(request);
		Identifiers identifiers = new Identifiers(place, request.name(), generation);
		List<Part> parts = new ArrayList<>();
		Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
		for (Template.Resource resource : template.resources()) {
			Map<String, Object> own = template.properties(resource.id(), identifiers);
			properties.put(resource.id(), own);
			parts.add(new Part(resource.id(), resource.type(), identifiers.assign(resource, own), resource.after(),
					resource.deletionPolicy()));
		}
		return new Making(request, parts, properties, template.outputs(identifiers));
	}

	private static FilledTemplate filled(Request request) {
		try {
			return request.template().fill(request.parameters());
		}
		catch (IllegalArgumentException ex) {
			throw new OutsideProblem(Kind.REFUSED, "Template of " + request.name() + ": " + ex.getMessage(), ex);
		}
	}

}
