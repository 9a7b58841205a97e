package io.shiplift.aws.sdk;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsNeeds;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

/**
 * Whether a region offers what a plan names.
 */
final class Offers {

	private final Clients clients;

	Offers(Clients clients) {
		this.clients = clients;
	}

	AwsFinding machines(AwsNeeds needs) {
		Filter filter = Filter.builder().name("instance-type").values(needs.instanceType()).build();
		boolean offered = !this.clients.calls()
			.call("ec2:DescribeInstanceTypeOfferings", needs.instanceType(),
					() -> this.clients.ec2().describeInstanceTypeOfferings((ask) -> ask.filters(filter)))
			.instanceTypeOfferings()
			.isEmpty();
		return judge("Machines", needs.instanceType(), offered, needs);
	}

	AwsFinding database(AwsNeeds needs) {
		return this.clients.calls()
			.call("rds:DescribeOrderableDBInstanceOptions", needs.databaseClass(),
					() -> this.clients.rds()
						.describeOrderableDBInstanceOptions((ask) -> ask.engine("postgres")
							.dbInstanceClass(needs.databaseClass())
							.vpc(true)
							.maxRecords(100)))
			.orderableDBInstanceOptions()
			.stream()
			.map(OrderableDBInstanceOption::engineVersion)
			.max(Offers::compare)
			.map((version) -> AwsFinding.fine("Database class",
					needs.databaseClass() + " is offered in " + needs.region() + ", with PostgreSQL up to " + version
							+ "."))
			.orElseGet(() -> judge("Database class", needs.databaseClass() + " with PostgreSQL", false, needs));
	}

	AwsFinding platform(AwsNeeds needs) {
		String arn = new Platforms(this.clients).newest(needs.language());
		return AwsFinding.fine("Platform",
				"Beanstalk recommends " + arn.substring(arn.indexOf('/') + 1) + " for " + needs.language() + " today.");
	}

	private static AwsFinding judge(String topic, String what, boolean offered, AwsNeeds needs) {
		return offered ? AwsFinding.fine(topic, what + " is offered in " + needs.region() + ".")
				: AwsFinding.blocks(topic, what + " is not offered in " + needs.region() + ".",
						"Choose another one in the plan, or another region.");
	}

	/** Compares versions such as 9.6 and 17.9 by their numbers. */
	static int compare(String one, String other) {
		String[] left = one.split("\\D+");
		String[] right = other.split("\\D+");
		for (int part = 0; part < Math.min(left.length, right.length); part++) {
			int order = Integer.compare(Integer.parseInt(left[part]), Integer.parseInt(right[part]));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(left.length, right.length);
	}

}
