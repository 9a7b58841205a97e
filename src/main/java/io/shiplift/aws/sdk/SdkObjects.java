package io.shiplift.aws.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/**
 * S3. Each object says what it contains, so that it is never sent twice; S3 checks on
 * arrival that it got what we sent. Only buckets of the account itself are touched.
 */
final class SdkObjects implements Aws.Objects {

	/** Where our own objects lie; whatever else is in a bucket is its owner's. */
	private static final List<String> OURS = List.of("bundles/", "dumps/");

	private static final String DIGEST = "sha256";

	private static final Duration LARGE = Duration.ofMinutes(15);

	/** The most that S3 deletes with one call. */
	private static final int PAGE = 1000;

	private final Clients clients;

	private final Calls calls;

	private final int page;

	SdkObjects(Clients clients) {
		this(clients, PAGE);
	}

	SdkObjects(Clients clients, int page) {
		this.clients = clients;
		this.calls = clients.calls();
		this.page = page;
	}

	@Override
	public boolean exists(String bucket, String key) {
		return head(bucket, key).isPresent();
	}

	@Override
	public void put(String bucket, String key, byte[] content, String token) {
		if (OURS.stream().noneMatch(key::startsWith)) {
			throw new IllegalArgumentException(key + " is none of " + OURS);
		}
		String digest = Tokens.digest(content);
		if (head(bucket, key).filter((object) -> digest.equals(object.metadata().get(DIGEST))).isPresent()) {
			return;
		}
		this.calls.call("s3:PutObject", bucket + "/" + key,
				() -> client().putObject(
						(object) -> object.bucket(bucket)
							.key(key)
							.metadata(Map.of(DIGEST, digest))
							.checksumAlgorithm(ChecksumAlgorithm.CRC32)
							.expectedBucketOwner(owner())
							.overrideConfiguration((call) -> call.apiCallTimeout(LARGE)),
						RequestBody.fromBytes(content)));
	}

	@Override
	public void empty(String bucket, String token) {
		OURS.forEach((prefix) -> clear(bucket, prefix));
	}

	/** Page by page from the start, as each page is gone afterwards. */
	private void clear(String bucket, String prefix) {
		Optional<ListObjectVersionsResponse> page = versions(bucket, prefix);
		while (page.isPresent()) {
			List<ObjectIdentifier> objects = identifiers(page.get());
			if (!objects.isEmpty()) {
				delete(bucket, objects);
			}
			page = Boolean.TRUE.equals(page.get().isTruncated()) ? versions(bucket, prefix) : Optional.empty();
		}
	}

	private Optional<ListObjectVersionsResponse> versions(String bucket, String prefix) {
		return this.calls.find("s3:ListObjectVersions", bucket + "/" + prefix,
				() -> client().listObjectVersions(
						(list) -> list.bucket(bucket).prefix(prefix).maxKeys(this.page).expectedBucketOwner(owner())),
				"NoSuchBucket");
	}

	private static List<ObjectIdentifier> identifiers(ListObjectVersionsResponse page) {
		return Stream
			.concat(page.versions().stream().map((version) -> identifier(version.key(), version.versionId())),
					page.deleteMarkers().stream().map((marker) -> identifier(marker.key(), marker.versionId())))
			.toList();
	}

	private static ObjectIdentifier identifier(String key, String version) {
		return ObjectIdentifier.builder().key(key).versionId(version).build();
	}

	private void delete(String bucket, List<ObjectIdentifier> objects) {
		DeleteObjectsResponse answer = this.calls.call("s3:DeleteObjects", bucket,
				() -> client().deleteObjects((call) -> call.bucket(bucket)
					.expectedBucketOwner(owner())
					.delete((delete) -> delete.quiet(true).objects(objects))));
		for (S3Error error : answer.errors()) {
			boolean denied = "AccessDenied".equals(error.code());
			throw new OutsideProblem(denied ? Kind.NEEDS_PERSON : Kind.TRANSIENT,
					"S3 did not delete " + bucket + "/" + error.key() + ": " + error.code() + (denied
							? ". The role of the connection lacks s3:DeleteObject or s3:DeleteObjectVersion there."
							: ". It is tried again."));
		}
	}

	private Optional<HeadObjectResponse> head(String bucket, String key) {
		return this.calls.find("s3:HeadObject", bucket + "/" + key,
				() -> client().headObject((object) -> object.bucket(bucket).key(key).expectedBucketOwner(owner())),
				"NoSuchKey", "NoSuchBucket", "NotFound", "status 404");
	}

	private @Nullable String owner() {
		String account = this.clients.access().account();
		return account.matches("\\d{12}") ? account : null;
	}

	private S3Client client() {
		return this.clients.s3();
	}

}
