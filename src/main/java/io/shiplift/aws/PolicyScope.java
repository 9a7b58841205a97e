package io.shiplift.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which resources an action is allowed on. Looking is allowed everywhere, unless what is
 * seen are secrets or files; changing only what carries our names, where AWS can tell.
 */
final class PolicyScope {

	private static final Set<String> TELLING = Set.of("secretsmanager:GetSecretValue", "s3:GetObject");

	/** Actions that make something which has no name yet, or none of ours. */
	private static final Set<String> EVERYWHERE = Set.of("elasticbeanstalk:CreateStorageLocation",
			"acm:RequestCertificate", "iam:SimulatePrincipalPolicy", "cloudformation:ValidateTemplate");

	private static final Map<String, List<String>> OURS = Map.of("cloudformation",
			List.of("arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/shiplift-*"),
			"secretsmanager",
			List.of("arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shiplift-*",
					"arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:rds!*"),
			"s3",
			List.of("arn:${AWS::Partition}:s3:::shiplift-*",
					"arn:${AWS::Partition}:s3:::elasticbeanstalk-${AWS::Region}-${AWS::AccountId}",
					"arn:${AWS::Partition}:s3:::elasticbeanstalk-${AWS::Region}-${AWS::AccountId}/*"),
			"elasticbeanstalk",
			List.of("arn:${AWS::Partition}:elasticbeanstalk:${AWS::Region}:${AWS::AccountId}:*/shiplift-*",
					"arn:${AWS::Partition}:elasticbeanstalk:${AWS::Region}::*/*"),
			"rds", List.of("arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:*:shiplift-*"), "acm",
			List.of("arn:${AWS::Partition}:acm:${AWS::Region}:${AWS::AccountId}:certificate/*"), "route53",
			List.of("arn:${AWS::Partition}:route53:::hostedzone/*"), "iam",
			List.of("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/shiplift-*"));

	private PolicyScope() {
	}

	/** The actions by the resources they are allowed on; those come in a fixed order. */
	static Map<List<String>, List<String>> group(Set<String> reads, Set<String> changes) {
		Map<String, Set<String>> groups = new TreeMap<>();
		reads.forEach((action) -> groups
			.computeIfAbsent(TELLING.contains(action) ? service(action) : "", (key) -> new TreeSet<>())
			.add(action));
		changes.forEach((action) -> groups
			.computeIfAbsent(EVERYWHERE.contains(action) ? "" : scoped(action), (key) -> new TreeSet<>())
			.add(action));
		Map<List<String>, List<String>> scopes = new LinkedHashMap<>();
		groups.forEach((service, actions) -> scopes.put(
				service.isEmpty() ? List.of("*") : Objects.requireNonNull(OURS.get(service)),
				new ArrayList<>(actions)));
		return scopes;
	}

	private static String scoped(String action) {
		return OURS.containsKey(service(action)) ? service(action) : "";
	}

	private static String service(String action) {
		return action.substring(0, action.indexOf(':'));
	}

}
