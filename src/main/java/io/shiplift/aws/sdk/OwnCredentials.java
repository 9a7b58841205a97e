package io.shiplift.aws.sdk;

import java.util.function.Supplier;

import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The identity that this process has of its own: from its environment, a profile, or the
 * machine or task it runs on. Nobody looks for it before it is needed.
 */
@Component
class OwnCredentials {

	private final Supplier<AwsCredentialsProvider> chain;

	private @Nullable AwsCredentialsProvider found;

	@Autowired
	OwnCredentials() {
		this(() -> DefaultCredentialsProvider.builder().build());
	}

	OwnCredentials(Supplier<AwsCredentialsProvider> chain) {
		this.chain = chain;
	}

	/**
	 * What signs requests in our own name.
	 * @throws OutsideProblem if there is no identity, with what to do
	 */
	synchronized AwsCredentialsProvider provider() {
		AwsCredentialsProvider provider = this.found;
		if (provider == null) {
			provider = this.chain.get();
			this.found = provider;
		}
		try {
			provider.resolveCredentials();
			return provider;
		}
		catch (SdkException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"This installation has no AWS identity of its own, so no role can trust it. Run it on a machine"
							+ " or task with an instance profile or task role, or start it with AWS_PROFILE, or with"
							+ " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, of a user that may do nothing but"
							+ " sts:AssumeRole. Then try again.");
		}
	}

}
