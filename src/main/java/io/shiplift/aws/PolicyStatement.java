package io.shiplift.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.AwsConnection.Place;

/**
 * Actions that are allowed on some resources, in one region if they are about a region.
 */
public record PolicyStatement(List<String> actions, List<String> resources, boolean regional) {

	/** What AWS calls the region that a request goes to. */
	public static final String REGION = "aws:RequestedRegion";

	/** With the account and the region of a connection filled in. */
	public PolicyStatement in(Place place) {
		String partition = place.region().startsWith("cn-") ? "aws-cn"
				: (place.region().startsWith("us-gov-") ? "aws-us-gov" : "aws");
		return new PolicyStatement(this.actions,
				this.resources.stream()
					.map((arn) -> arn.replace("${AWS::Partition}", partition)
						.replace("${AWS::Region}", place.region())
						.replace("${AWS::AccountId}", place.accountId()))
					.toList(),
				this.regional);
	}

	/** What it is about, in words. */
	public String words() {
		return this.resources.contains("*") ? "on everything" + (this.regional ? " in the region" : "")
				: "on " + String.join(" and ", this.resources);
	}

	/** As a policy document has it. */
	public Map<String, Object> document(Place place) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("Effect", "Allow");
		document.put("Action", this.actions);
		document.put("Resource", this.resources);
		if (this.regional) {
			document.put("Condition", Map.of("StringEquals", Map.of(REGION, place.region())));
		}
		return document;
	}

}
