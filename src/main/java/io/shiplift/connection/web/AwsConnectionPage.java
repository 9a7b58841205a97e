package io.shiplift.connection.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.AwsEntrance;
import io.shiplift.aws.AwsProperties;
import io.shiplift.aws.StepPolicy;
import io.shiplift.connection.AwsConnections;
import io.shiplift.connection.LaunchTemplate;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.security.People;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of one AWS connection shows.
 */
@Component
class AwsConnectionPage {

	private final AwsConnections connections;

	private final People people;

	private final AwsProperties properties;

	private final String template;

	/**
	 * The page.
	 * @param template where AWS finds the launch template, an address in S3; if it is
	 * known there is a link that fills everything in
	 */
	AwsConnectionPage(AwsConnections connections, People people, AwsProperties properties,
			@Value("${shiplift.aws.launch-template:}") String template) {
		this.connections = connections;
		this.people = people;
		this.properties = properties;
		this.template = template;
	}

	String fill(AwsConnection connection, Model model) {
		AwsEntrance.Caller caller = this.connections.caller(connection);
		model.addAttribute("connection", connection);
		model.addAttribute("caller", caller);
		model.addAttribute("endpoint", this.properties.endpoint());
		model.addAttribute("adder", this.people.name(connection.addedBy()));
		model.addAttribute("users", this.connections.users(connection));
		model.addAttribute("roleName", LaunchTemplate.roleName(connection));
		model.addAttribute("console", console(connection, caller));
		model.addAttribute("ofRole", in(connection, StepPolicy.ofRole()));
		model.addAttribute("ofStacks", in(connection, StepPolicy.ofStacks()));
		return "connection/aws";
	}

	/** All policies by role and step, as AWS takes them. */
	String policies(AwsConnection connection) {
		Map<String, Object> roles = new LinkedHashMap<>();
		roles.put(LaunchTemplate.roleName(connection), documents(connection, StepPolicy.ofRole()));
		roles.put(LaunchTemplate.roleName(connection) + "-stacks", documents(connection, StepPolicy.ofStacks()));
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(roles) + "\n";
	}

	private static List<StepPolicy> in(AwsConnection connection, List<StepPolicy> policies) {
		return policies.stream().map((policy) -> policy.in(connection.place())).toList();
	}

	private static Map<String, Object> documents(AwsConnection connection, List<StepPolicy> policies) {
		Map<String, Object> documents = new LinkedHashMap<>();
		policies.forEach((policy) -> documents.put(policy.step(), policy.document(connection.place())));
		return documents;
	}

	/**
	 * The page of the console that launches the template, filled in as far as possible.
	 */
	private String console(AwsConnection connection, AwsEntrance.Caller caller) {
		String region = connection.place().region();
		String console = "https://" + region + ".console.aws.amazon.com/cloudformation/home?region=" + region;
		if (this.template.isEmpty()) {
			return console + "#/stacks/create";
		}
		return console + "#/stacks/quickcreate?templateURL=" + encode(this.template) + "&stackName="
				+ LaunchTemplate.roleName(connection) + "&param_Name=" + LaunchTemplate.roleName(connection)
				+ "&param_Principal=" + encode(caller.principal()) + "&param_ExternalId=" + connection.externalId();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
