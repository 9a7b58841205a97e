package io.shiplift.credentials;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The key that secrets are encrypted with: from {@code shiplift.key} if set, else from a
 * file in the data directory that is made at the first use and readable by its owner
 * only.
 */
@Configuration(proxyBeanMethods = false)
class SecretKeyConfiguration {

	@Bean
	@Lazy
	Aead secretKey(@Value("${shiplift.key:}") String keyset, @Value("${shiplift.home}") Path home)
			throws GeneralSecurityException, IOException {
		String json = keyset.isBlank() ? fromFile(home.resolve("secrets.key")) : keyset;
		return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
			.getPrimitive(AeadConfig2026.get(), Aead.class);
	}

	private static String fromFile(Path file) throws GeneralSecurityException, IOException {
		if (Files.notExists(file)) {
			create(file);
		}
		return Files.readString(file);
	}

	private static void create(Path file) throws GeneralSecurityException, IOException {
		Files.createDirectories(file.getParent());
		String json = TinkJsonProtoKeysetFormat.serializeKeyset(
				KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
				AeadConfig2026.get(), InsecureSecretKeyAccess.get());
		Path fresh = Files.createTempFile(file.getParent(), "secrets", ".key",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(fresh, json);
		try {
			Files.createLink(file, fresh);
		}
		catch (FileAlreadyExistsException ex) {
			// another node was quicker: its key counts
		}
		finally {
			Files.delete(fresh);
		}
	}

}
