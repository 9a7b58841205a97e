package io.shiplift.heroku.api;

import io.shiplift.outside.OutsideProblem;
import okhttp3.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back: status, headers and text.
 */
record Answer(int status, Headers headers, String body) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	boolean good() {
		return this.status >= 200 && this.status < 300;
	}

	/** The content of a good answer. */
	JsonNode json(String tried) {
		JsonNode node = lenient();
		if (node.isMissingNode()) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Heroku answered " + tried + " with something that is not JSON. Try again in a minute.");
		}
		return node;
	}

	/** The content, or nothing if it is no JSON, whatever its label says. */
	JsonNode lenient() {
		try {
			return this.body.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	String header(String name) {
		String value = this.headers.get(name);
		return (value != null) ? value : "";
	}

	@Override
	public String toString() {
		return "Answer[status=" + this.status + "]";
	}

}
