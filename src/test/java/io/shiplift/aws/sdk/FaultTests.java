package io.shiplift.aws.sdk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.aws.sdk.FaultyHttp.Fault;
import io.shiplift.outside.OutsideProblem;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builds and tears down through lines on which things go wrong, as steps do: look, act,
 * look again. Each run has an account of its own; every effect has to be there once, and
 * nothing may fail for good. {@code -Dshiplift.fault-runs=200} makes it as many runs.
 */
@EnabledIf(value = "io.shiplift.testing.Moto#installed", disabledReason = "moto_server is not on the PATH")
class FaultTests {

	private static final int RUNS = Integer.getInteger("shiplift.fault-runs", 6);

	/** As often in a row a step is tried again by itself. */
	private static final int MAX_FAILURES = 6;

	private static final List<String> SECRETS = List.of("shiplift-m1/env/ONE", "shiplift-m1/env/TWO",
			"shiplift-m1/database/app");

	private static final Map<String, String> TAGS = Map.of("shiplift:migration", "m1", "shiplift:generation", "1");

	private static final Stacks.Request STACK = new Stacks.Request("shiplift-m1-filestore",
			Template.of(Template.class, "/io/shiplift/steps/filestore/filestore.yaml"),
			Map.of("AllowedOrigins", "https://shop.example.com"), TAGS, "stack");

	private static final byte[] CONTENT = "bundle".getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@EnumSource
	void everythingComesAboutOnce(Fault fault) {
		int runs = Math.max(1, RUNS / Fault.values().length);
		int injected = 0;
		for (int run = 0; run < runs; run++) {
			injected += run(fault, run);
		}
		assertThat(injected).as("faults in %s runs", runs).isGreaterThanOrEqualTo(runs);
	}

	private int run(Fault fault, int run) {
		Random random = new Random(1000L * fault.ordinal() + run);
		String account = "3%03d%08d".formatted(fault.ordinal(), run);
		double share = (fault == Fault.THROTTLED || fault == Fault.STALE) ? 0.5 : 0.2;
		FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), fault, share, random);
		try (Clients direct = TestClients.moto(account);
				Clients clients = TestClients.moto(account, http);
				S3Client s3 = TestClients.s3(account)) {
			String bucket = "work-" + account;
			s3.createBucket((made) -> made.bucket(bucket));
			s3.putBucketVersioning((made) -> made.bucket(bucket)
				.versioningConfiguration((versioning) -> versioning.status(BucketVersioningStatus.ENABLED)));
			Cloud cloud = new Cloud(new SdkSecrets(clients), new SdkObjects(clients), new SdkCertificates(clients),
					new SdkStacks(clients, StackRoles.NONE), bucket);
			Executor executor = new Executor(http, random);
			executor.bring("build", cloud::built);
			assertBuilt(direct, s3, bucket);
			executor.bring("tear down", cloud::gone);
			assertGone(direct, s3, bucket);
		}
		return http.injected();
	}

	private static void assertBuilt(Clients direct, S3Client s3, String bucket) {
		for (String name : SECRETS) {
			assertThat(direct.secrets().getSecretValue((secret) -> secret.secretId(name)).secretString())
				.isEqualTo("second of " + name);
			assertThat(direct.secrets().describeSecret((secret) -> secret.secretId(name)).versionIdsToStages())
				.as("versions of %s", name)
				.hasSize(2);
		}
		assertThat(s3.listObjectVersions((list) -> list.bucket(bucket)).versions()).hasSize(1);
		assertThat(s3.listBuckets().buckets()).as("those of the stack and ours").hasSize(3);
		assertThat(new SdkStacks(direct, StackRoles.NONE).find(STACK.name())).isPresent();
		assertThat(direct.acm().listCertificates().certificateSummaryList()).hasSize(1);
	}

	private static void assertGone(Clients direct, S3Client s3, String bucket) {
		for (String name : SECRETS) {
			assertThat(direct.secrets().describeSecret((secret) -> secret.secretId(name)).deletedDate()).isNotNull();
		}
		assertThat(s3.listObjectVersions((list) -> list.bucket(bucket)).versions()).isEmpty();
		assertThat(new SdkStacks(direct, StackRoles.NONE).find(STACK.name())).isEmpty();
		assertThat(direct.acm().listCertificates().certificateSummaryList()).isEmpty();
	}

	/** Three steps in one, with what they build. */
	private record Cloud(SdkSecrets secrets, SdkObjects objects, SdkCertificates certificates, SdkStacks stacks,
			String bucket) {

		boolean built() {
			for (String value : List.of("first", "second")) {
				SECRETS.forEach((name) -> secret(name, value + " of " + name));
			}
			if (!this.objects.exists(this.bucket, "bundles/a.zip")) {
				this.objects.put(this.bucket, "bundles/a.zip", CONTENT, "upload");
			}
			if (this.certificates.find(TAGS).isEmpty()) {
				this.certificates.request(List.of("shop.example.com"), TAGS, "certificate");
				return false;
			}
			if (this.stacks.find(STACK.name()).isEmpty()) {
				this.stacks.create(STACK);
				return false;
			}
			return true;
		}

		/** The second value comes once the first stands, and is not taken back. */
		private void secret(String name, String value) {
			String standing = this.secrets.find(name).map(this.secrets::read).orElse("");
			if (!standing.equals(value) && !standing.startsWith("second")) {
				this.secrets.put(name, value, TAGS, "secret-" + value);
			}
		}

		boolean gone() {
			for (String name : SECRETS) {
				if (this.secrets.find(name).isPresent()) {
					this.secrets.delete(name, "delete");
				}
			}
			if (this.objects.exists(this.bucket, "bundles/a.zip")) {
				this.objects.empty(this.bucket, "empty");
			}
			if (this.stacks.find(STACK.name()).isPresent()) {
				this.stacks.delete(STACK.name(), "delete");
				return false;
			}
			return this.certificates.find(TAGS).map((certificate) -> {
				this.certificates.delete(certificate.arn(), "delete");
				return false;
			}).orElse(true);
		}

	}

	/** Tries again as the application does, in time that passes at once. */
	private record Executor(FaultyHttp http, Random random) {

		void bring(String what, BooleanSupplier step) {
			int failures = 0;
			for (int looks = 0; looks < 500; looks++) {
				try {
					if (step.getAsBoolean()) {
						return;
					}
					failures = 0;
					this.http.pass(2);
				}
				catch (OutsideProblem ex) {
					boolean blocked = ex.kind() == OutsideProblem.Kind.NEEDS_PERSON;
					assertThat(ex.kind()).as("%s: %s", what, ex.getMessage()).isNotEqualTo(OutsideProblem.Kind.REFUSED);
					assertThat(failures).as("%s failed: %s", what, ex.getMessage()).isLessThan(MAX_FAILURES);
					this.http.pass(blocked ? 30 : 1 + this.random.nextLong(Math.min(60, 2L << failures)));
					failures = blocked ? 0 : failures + 1;
				}
			}
			throw new AssertionError(what + " does not come to an end");
		}

	}

}
