package io.shiplift.preview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.shiplift.step.Blueprint;

/**
 * Says what the files of an archive are, and how to build the stacks again with the
 * command line client of AWS.
 */
final class ArchiveReadme {

	private ArchiveReadme() {
	}

	static String of(String migration, String region, List<Blueprint> blueprints) {
		StringBuilder text = new StringBuilder("""
				# The stacks of %s

				These are the CloudFormation templates that were used in the region %s, each with the parameters it was
				built with, in the order in which they were built. They work without Shiplift.

				Parameters such as VpcId are ids of what the stacks before made. To build everything in another place,
				read them from the outputs of those stacks:

				    aws cloudformation describe-stacks --region %2$s --stack-name NAME --query 'Stacks[0].Outputs'

				`deploy` makes a stack, or changes the one of that name. Look at what would change first with
				`--no-execute-changeset`.
				""".formatted(migration, region));
		for (int i = 0; i < blueprints.size(); i++) {
			text.append(section(StackArchive.folder(i, blueprints.get(i)), region, blueprints.get(i)));
		}
		return text.append("""

				## What is not in here

				- Secrets. Parameters that carry one are left out above and have to be typed.
				- What Shiplift made without CloudFormation: the certificate, the secrets of the configuration, the
				  application version and the Elastic Beanstalk environment.
				""").toString();
	}

	private static String section(String folder, String region, Blueprint blueprint) {
		StringBuilder text = new StringBuilder("\n## ").append(blueprint.stack()).append("\n\n");
		for (String secret : new TreeSet<>(blueprint.secret())) {
			text.append("Add the parameter ")
				.append(secret)
				.append(" to `parameters.json` first; its value is in AWS Secrets Manager and not in this archive.\n\n");
		}
		return text.append("    aws cloudformation deploy --region ")
			.append(region)
			.append(" --stack-name ")
			.append(blueprint.stack())
			.append(" \\\n      --template-file ")
			.append(folder)
			.append("/template.yaml --parameter-overrides file://")
			.append(folder)
			.append("/parameters.json \\\n      --capabilities CAPABILITY_IAM --tags ")
			.append(tags(blueprint.tags()))
			.append('\n')
			.toString();
	}

	private static String tags(Map<String, String> tags) {
		return new TreeMap<>(tags).entrySet()
			.stream()
			.map((tag) -> tag.getKey() + "=" + tag.getValue())
			.collect(Collectors.joining(" "));
	}

}
