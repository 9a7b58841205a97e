package io.shiplift.practice.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S3 of the practice world: of an object only its size and digest are kept.
 */
final class PracticeObjects implements Aws.Objects {

	private final Ground ground;

	private final Place place;

	private final JdbcClient jdbc;

	PracticeObjects(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.jdbc = ground.jdbc();
	}

	@Override
	public boolean exists(String bucket, String key) {
		this.ground.look(this.place, "objects", "exists", bucket + "/" + key);
		return digest(bucket, key).isPresent();
	}

	@Override
	public void put(String bucket, String key, byte[] content, String token) {
		this.ground.effect(Ground.call(this.place, "objects", "put", token, bucket + "/" + key),
				() -> change(bucket, key, content, token));
	}

	private Change<Boolean> change(String bucket, String key, byte[] content, String token) {
		if (!stands(bucket)) {
			throw new OutsideProblem(Kind.REFUSED, "NoSuchBucket: the bucket " + bucket + " does not exist");
		}
		String digest = sha256(content);
		String before = digest(bucket, key).orElse("");
		if (before.equals(digest)) {
			return Change.none(true);
		}
		this.jdbc.sql("delete from practice_object where world = ? and bucket = ? and object_key = ?")
			.params(this.place.world(), bucket, key)
			.update();
		this.jdbc.sql(
				"insert into practice_object (world, bucket, object_key, digest, size, token) values (?, ?, ?, ?, ?, ?)")
			.params(this.place.world(), bucket, key, digest, content.length, token)
			.update();
		return before.isEmpty() ? Change.created(true) : Change.changed(true);
	}

	@Override
	public void empty(String bucket, String token) {
		this.ground.effect(Ground.call(this.place, "objects", "empty", token, bucket), () -> {
			int rows = this.jdbc.sql("delete from practice_object where world = ? and bucket = ?")
				.params(this.place.world(), bucket)
				.update();
			return (rows > 0) ? Change.deleted(true) : Change.none(true);
		});
	}

	private boolean stands(String bucket) {
		StackRows stacks = new StackRows(this.jdbc, this.place);
		return stacks.all()
			.stream()
			.map((row) -> new StackView(stacks, row, this.ground.now()))
			.anyMatch((stack) -> stack.has("AWS::S3::Bucket", bucket));
	}

	private Optional<String> digest(String bucket, String key) {
		return this.jdbc.sql("select digest from practice_object where world = ? and bucket = ? and object_key = ?")
			.params(this.place.world(), bucket, key)
			.query((row, number) -> row.getString("digest"))
			.optional();
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
