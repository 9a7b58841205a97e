package io.shiplift.testing;

import io.shiplift.aws.AwsEntrance;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Roles and keys of AWS for tests of pages: whatever is tried is let in, unless a test
 * said what is wrong with it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedEntrance {

	@Bean
	@Primary
	Door door() {
		return new Door();
	}

	/** The way into any account. */
	public static final class Door implements AwsEntrance {

		private Caller caller = new Caller("arn:aws:iam::999988887777:user/shiplift", "");

		private String problem = "";

		/** From now on this is who the installation is. */
		public void caller(Caller other) {
			this.caller = other;
		}

		/** From now on this is wrong with every role and key; nothing if empty. */
		public void refuses(String words) {
			this.problem = words;
		}

		@Override
		public Caller caller(String region) {
			return this.caller;
		}

		@Override
		public String byRole(AwsConnection connection, String roleArn) {
			check();
			return "arn:aws:sts::" + connection.place().accountId() + ":assumed-role/shiplift/test";
		}

		@Override
		public String byKey(AwsConnection connection, String keyId, String secret) {
			check();
			return "arn:aws:iam::" + connection.place().accountId() + ":user/mover";
		}

		private void check() {
			if (!this.problem.isEmpty()) {
				throw new OutsideProblem(OutsideProblem.Kind.REFUSED, this.problem);
			}
		}

	}

}
