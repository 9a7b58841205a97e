package io.shiplift.aws.sdk;

import java.nio.charset.StandardCharsets;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for objects of a real account, on the emulator. Calls that the product does not
 * make itself go out by a client of the test.
 */
@EnabledIf(value = "io.shiplift.testing.Moto#installed", disabledReason = "moto_server is not on the PATH")
@ExtendWith(Proves.class)
class SdkObjectsTests {

	private static final Clients clients = TestClients.moto("100000000003");

	private static final S3Client direct = TestClients.s3("100000000003");

	private static final byte[] CONTENT = "bundle".getBytes(StandardCharsets.UTF_8);

	private final SdkObjects objects = new SdkObjects(clients);

	@AfterAll
	static void close() {
		clients.close();
		direct.close();
	}

	@Test
	void putsAnObjectOnceAndReplacesItWhenItIsAnother() {
		bucket("once", true);
		assertThat(this.objects.exists("once", "bundles/a.zip")).isFalse();
		this.objects.put("once", "bundles/a.zip", CONTENT, "token");
		this.objects.put("once", "bundles/a.zip", CONTENT, "token");
		assertThat(this.objects.exists("once", "bundles/a.zip")).isTrue();
		assertThat(versions("once").versions()).hasSize(1);
		this.objects.put("once", "bundles/a.zip", new byte[] { 1 }, "token");
		assertThat(versions("once").versions()).hasSize(2);
		assertThat(direct.getObjectAsBytes((object) -> object.bucket("once").key("bundles/a.zip")).asByteArray())
			.containsExactly(1);
	}

	@Test
	void emptiesWhatIsOursWithEveryVersionPageByPage() {
		bucket("full", true);
		for (int number = 0; number < 8; number++) {
			String key = "bundles/" + number;
			direct.putObject((object) -> object.bucket("full").key(key), RequestBody.fromBytes(CONTENT));
		}
		direct.deleteObject((object) -> object.bucket("full").key("bundles/1"));
		direct.putObject((object) -> object.bucket("full").key("uploads/theirs"), RequestBody.fromBytes(CONTENT));
		new SdkObjects(clients, 3).empty("full", "token");
		assertThat(versions("full").versions()).singleElement()
			.satisfies((left) -> assertThat(left.key()).isEqualTo("uploads/theirs"));
		assertThat(versions("full").deleteMarkers()).isEmpty();
	}

	@Test
	void emptiesABucketWithoutVersionsAndOneThatIsGone() {
		bucket("plain", false);
		this.objects.put("plain", "bundles/a.zip", CONTENT, "token");
		this.objects.empty("plain", "token");
		assertThat(versions("plain").versions()).isEmpty();
		this.objects.empty("gone", "token");
	}

	@Test
	void saysWhichBucketIsMissing() {
		assertThat(this.objects.exists("gone", "bundles/a.zip")).isFalse();
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.objects.put("gone", "bundles/a.zip", CONTENT, "token"))
			.withMessageContaining("NoSuchBucket")
			.withMessageContaining("gone/bundles/a.zip")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.objects.put("gone", "elsewhere/a.zip", CONTENT, "token"));
	}

	private static void bucket(String name, boolean versioned) {
		direct.createBucket((bucket) -> bucket.bucket(name));
		if (versioned) {
			direct.putBucketVersioning((bucket) -> bucket.bucket(name)
				.versioningConfiguration((versioning) -> versioning.status(BucketVersioningStatus.ENABLED)));
		}
	}

	private static ListObjectVersionsResponse versions(String bucket) {
		return direct.listObjectVersions((list) -> list.bucket(bucket));
	}

}
