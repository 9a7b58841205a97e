package io.shiplift.aws;

import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;

/**
 * Resources that people would miss if a change deleted them or made them anew.
 */
public final class Precious {

	private static final Map<String, String> TYPES = Map.of("AWS::RDS::DBInstance", "its data would be lost",
			"AWS::RDS::DBCluster", "its data would be lost", "AWS::S3::Bucket", "its files would be lost",
			"AWS::ElastiCache::ReplicationGroup", "what it holds would be lost", "AWS::AmazonMQ::Broker",
			"its messages would be lost", "AWS::EC2::VPC", "everything else stands in it", "AWS::EC2::Subnet",
			"other things stand in it");

	private Precious() {
	}

	/** What would be lost, in words, if anything that matters. */
	public static Optional<String> loss(Change change) {
		String why = TYPES.get(change.type());
		if (why == null || !change.loses()) {
			return Optional.empty();
		}
		String what = (change.action() == Action.REMOVE) ? "delete " : "make anew ";
		String because = change.causes().isEmpty() ? "" : " because of " + String.join(", ", change.causes());
		return Optional.of(what + change.resource() + " (" + change.type() + ")" + because + ": " + why);
	}

}
