package io.shiplift.credentials;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;

import com.google.crypto.tink.Aead;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets encrypted with AES-GCM. Each is bound to its row and to its owner, such
 * as a migration, so that a copied row or a guessed id of somebody else's opens nothing.
 */
@Component
public class SecretStore {

	private final JdbcClient jdbc;

	private final ObjectProvider<Aead> key;

	private final Mask mask;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	SecretStore(JdbcClient jdbc, ObjectProvider<Aead> key, Mask mask, Clock clock) {
		this.jdbc = jdbc;
		this.key = key;
		this.mask = mask;
		this.clock = clock;
	}

	/** Encrypts and stores; answers with the id to refer to it. */
	public String keep(String owner, String secret) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String id = HexFormat.of().formatHex(bytes);
		try {
			byte[] ciphertext = this.key.getObject()
				.encrypt(secret.getBytes(StandardCharsets.UTF_8), associated(owner, id));
			this.jdbc.sql("insert into secret (id, owner, ciphertext, created_at) values (?, ?, ?, ?)")
				.params(id, owner, ciphertext, this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A secret could not be encrypted", ex);
		}
		this.mask.remember(secret);
		return id;
	}

	/** Decrypts; from then on the value is masked wherever it would be written. */
	public String read(String owner, String id) {
		byte[] ciphertext = this.jdbc.sql("select ciphertext from secret where id = :id and owner = :owner")
			.param("id", id)
			.param("owner", owner)
			.query((row, number) -> row.getBytes(1))
			.optional()
			.orElseThrow(() -> new IllegalStateException("There is no such secret; enter it again."));
		try {
			String secret = new String(this.key.getObject().decrypt(ciphertext, associated(owner, id)),
					StandardCharsets.UTF_8);
			this.mask.remember(secret);
			return secret;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(
					"A secret cannot be decrypted: the key of this installation is not the one it was stored with.");
		}
	}

	/** Deletes it for good. */
	public void forget(String owner, String id) {
		this.jdbc.sql("delete from secret where id = :id and owner = :owner")
			.param("id", id)
			.param("owner", owner)
			.update();
	}

	private static byte[] associated(String owner, String id) {
		return ("secret|" + id + "|" + owner).getBytes(StandardCharsets.UTF_8);
	}

}
