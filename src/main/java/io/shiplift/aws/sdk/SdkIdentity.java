package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Objects;

import io.shiplift.aws.Aws;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Who AWS says we are.
 */
final class SdkIdentity {

	private final Clients clients;

	SdkIdentity(Clients clients) {
		this.clients = clients;
	}

	Aws.Identity get(List<String> problems) {
		GetCallerIdentityResponse identity = this.clients.calls()
			.call("sts:GetCallerIdentity", "these credentials", () -> this.clients.sts().getCallerIdentity());
		return new Aws.Identity(Objects.requireNonNullElse(identity.account(), ""),
				Objects.requireNonNullElse(identity.arn(), ""), problems);
	}

}
