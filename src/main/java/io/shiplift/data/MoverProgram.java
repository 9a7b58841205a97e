package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.shiplift.mover.main.Mover;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The mover as one file with all it needs, made from this application's own classes at
 * its first use. A worker elsewhere runs the same file.
 */
@Component
public class MoverProgram {

	private static final List<String> CONTENTS = List.of("io/shiplift/mover/**", "org/postgresql/**", "org/mariadb/**",
			"META-INF/services/org.mariadb.jdbc**", "mariadb.properties", "driver.properties", "deprecated.properties",
			"tools/jackson/**", "com/fasterxml/jackson/annotation/**");

	private final Path directory;

	private @Nullable Path jar;

	MoverProgram(@Value("${shiplift.home}") String home) {
		this.directory = Path.of(home).resolve("mover").toAbsolutePath();
	}

	/** The words that start it on this machine; it reads a job from its input. */
	List<String> command() {
		String file = jar().toString();
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx160m", "-Xss512k",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+DisableAttachMechanism", "-XX:-UsePerfData",
				"-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file.replace(".jar", ".jsa"),
				"-Xlog:disable", "-jar", file);
	}

	/** The file; its name tells its content. */
	public synchronized Path jar() {
		if (this.jar == null || !Files.exists(this.jar)) {
			this.jar = make();
		}
		return this.jar;
	}

	private Path make() {
		try {
			Files.createDirectories(this.directory);
			Path half = Files.createTempFile(this.directory, "mover-", ".half");
			String digest = write(half);
			Path made = this.directory.resolve("mover-" + digest + ".jar");
			if (Files.exists(made)) {
				Files.delete(half);
			}
			else {
				Files.move(half, made, StandardCopyOption.ATOMIC_MOVE);
			}
			return made;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mover cannot be written to " + this.directory, ex);
		}
	}

	private static String write(Path file) throws IOException {
		MessageDigest digest = sha256();
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Mover.class.getName());
		manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
		try (JarOutputStream out = new JarOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest))) {
			add(out, "META-INF/MANIFEST.MF", manifest::write);
			for (Map.Entry<String, Resource> entry : contents().entrySet()) {
				add(out, entry.getKey(), (stream) -> {
					try (InputStream content = entry.getValue().getInputStream()) {
						content.transferTo(stream);
					}
				});
			}
		}
		return HexFormat.of().formatHex(digest.digest(), 0, 8);
	}

	private static Map<String, Resource> contents() throws IOException {
		Map<String, Resource> contents = new TreeMap<>();
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		for (String pattern : CONTENTS) {
			String root = pattern.replaceFirst("\\*\\*$", "");
			for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
				String address = resource.getURL().toString();
				if (resource.isReadable() && !address.endsWith("/")) {
					contents.putIfAbsent(address.substring(address.lastIndexOf(root)), resource);
				}
			}
		}
		return contents;
	}

	/** The same classes make the same file, byte by byte. */
	private static void add(JarOutputStream out, String name, Content content) throws IOException {
		JarEntry entry = new JarEntry(name);
		entry.setLastModifiedTime(FileTime.fromMillis(0));
		out.putNextEntry(entry);
		content.write(out);
		out.closeEntry();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Content {

		void write(java.io.OutputStream out) throws IOException;

	}

}
