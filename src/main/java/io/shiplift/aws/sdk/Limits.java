package io.shiplift.aws.sdk;

import io.shiplift.aws.AwsFinding;
import software.amazon.awssdk.services.rds.model.AccountQuota;

/**
 * Limits of an account against what is there already and what a migration adds.
 */
final class Limits {

	private final Clients clients;

	Limits(Clients clients) {
		this.clients = clients;
	}

	AwsFinding networks() {
		long there = this.clients.calls()
			.call("ec2:DescribeVpcs", "the region", () -> this.clients.ec2().describeVpcs())
			.vpcs()
			.size();
		return judge("Networks", there, quota("vpc", "L-F678F1CE"), 1, "VPCs");
	}

	AwsFinding addresses() {
		long there = this.clients.calls()
			.call("ec2:DescribeAddresses", "the region", () -> this.clients.ec2().describeAddresses())
			.addresses()
			.size();
		return judge("Public addresses", there, quota("ec2", "L-0263D0A3"), 1, "Elastic IPs");
	}

	/** The limit is one of each zone, so the sum of all zones can only clear it. */
	AwsFinding gateways() {
		long there = this.clients.calls()
			.call("ec2:DescribeNatGateways", "the region", () -> this.clients.ec2().describeNatGateways())
			.natGateways()
			.stream()
			.filter((gateway) -> "available".equals(gateway.stateAsString())
					|| "pending".equals(gateway.stateAsString()))
			.count();
		double most = quota("vpc", "L-FE5A380F");
		String found = there + " NAT gateways are there, and a zone may have " + (long) most + "; 1 is needed.";
		return (there + 1 <= most) ? AwsFinding.fine("NAT gateways", found)
				: AwsFinding.unknown("NAT gateways", found, "Look whether one zone has that many, and remove some.");
	}

	AwsFinding databases() {
		AccountQuota quota = this.clients.calls()
			.call("rds:DescribeAccountAttributes", "the region", () -> this.clients.rds().describeAccountAttributes())
			.accountQuotas()
			.stream()
			.filter((one) -> "DBInstances".equals(one.accountQuotaName()))
			.findFirst()
			.orElse(null);
		return (quota != null) ? judge("Database servers", quota.used(), quota.max(), 1, "database servers")
				: AwsFinding.unknown("Database servers", "AWS named no limit.", "");
	}

	AwsFinding environments() {
		long there = this.clients.calls()
			.call("elasticbeanstalk:DescribeEnvironments", "the region",
					() -> this.clients.beanstalk().describeEnvironments((ask) -> ask.includeDeleted(false)))
			.environments()
			.size();
		int most = this.clients.calls()
			.call("elasticbeanstalk:DescribeAccountAttributes", "the region",
					() -> this.clients.beanstalk().describeAccountAttributes())
			.resourceQuotas()
			.environmentQuota()
			.maximum();
		return judge("Environments", there, most, 1, "Beanstalk environments");
	}

	private double quota(String service, String code) {
		return this.clients.calls()
			.call("servicequotas:GetServiceQuota", service + "/" + code,
					() -> this.clients.quotas().getServiceQuota((ask) -> ask.serviceCode(service).quotaCode(code)))
			.quota()
			.value();
	}

	static AwsFinding judge(String topic, long there, double most, int more, String what) {
		String found = there + " of " + (long) most + " " + what + " are there, " + more
				+ ((more == 1) ? " is needed." : " are needed.");
		return (there + more <= most) ? AwsFinding.fine(topic, found) : AwsFinding.blocks(topic, found,
				"Have AWS raise the limit under Service Quotas, which takes hours to days, or remove what is not needed.");
	}

}
