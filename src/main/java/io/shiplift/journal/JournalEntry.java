package io.shiplift.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the journal. Its hash covers every field and the hash of the line before.
 */
public record JournalEntry(long id, Instant at, Subject subject, JournalKind kind, String actor, String text,
		String previousHash, String hash) {

	static JournalEntry after(long previousId, String previousHash, Instant at, Draft draft) {
		long id = previousId + 1;
		String hash = hash(id, at, draft, previousHash);
		return new JournalEntry(id, at, draft.subject(), draft.kind(), draft.actor(), draft.text(), previousHash, hash);
	}

	boolean follows(long previousId, String expectedPreviousHash) {
		return this.id == previousId + 1 && this.previousHash.equals(expectedPreviousHash) && this.hash.equals(
				hash(this.id, this.at, new Draft(this.subject, this.kind, this.actor, this.text), this.previousHash));
	}

	private static String hash(long id, Instant at, Draft draft, String previousHash) {
		Subject subject = draft.subject();
		List<String> fields = List.of(Long.toString(id), at.toString(), Long.toString(subject.teamId()),
				String.valueOf(subject.migrationId()), String.valueOf(subject.runId()),
				String.valueOf(subject.stepKey()), draft.kind().name(), draft.actor(), draft.text(), previousHash);
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (String field : fields) {
				byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
				digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A line that has not got its place in the chain yet. */
	record Draft(Subject subject, JournalKind kind, String actor, String text) {

	}

}
