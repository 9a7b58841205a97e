package io.shiplift.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start the application: from the jar that was just packaged, unpacked and with
 * its cache as {@code script/server} does, or from the compiled classes where the jar is
 * older than they are.
 */
final class Packaged {

	private static final Path JAR = Path.of("target", "shiplift.jar");

	private static final Path RUN = Path.of("target", "run").toAbsolutePath();

	private static final List<String> COMMAND = find();

	private Packaged() {
	}

	static List<String> command() {
		return COMMAND;
	}

	private static List<String> find() {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		if (newerThanClasses()) {
			prepareOnce();
			return List.of(java, "@" + RUN.resolve("options"), "-jar", RUN.resolve("shiplift.jar").toString());
		}
		return List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(),
				"io.shiplift.Shiplift");
	}

	private static boolean newerThanClasses() {
		try (Stream<Path> classes = Files.walk(Path.of("target", "classes"))) {
			if (!Files.exists(JAR)) {
				return false;
			}
			FileTime packaged = Files.getLastModifiedTime(JAR);
			return classes.filter(Files::isRegularFile).allMatch((file) -> modified(file).compareTo(packaged) <= 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileTime modified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One JVM at a time: the others find it prepared. */
	private static void prepareOnce() {
		try (FileChannel channel = FileChannel.open(Path.of("target", "script-build.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock.isValid()) {
				prepare();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void prepare() {
		ProcessBuilder builder = new ProcessBuilder("script/build").redirectErrorStream(true)
			.redirectOutput(Path.of("target", "script-build.log").toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		try {
			if (builder.start().onExit().join().exitValue() != 0) {
				throw new IllegalStateException(Files.readString(Path.of("target", "script-build.log")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** That of the tests without their own classes. */
	private static String classPath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(all.split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
			.collect(Collectors.joining(File.pathSeparator));
	}

}
