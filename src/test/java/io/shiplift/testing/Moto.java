package io.shiplift.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The AWS emulator moto, which others wrote, as one server for the tests of this JVM,
 * started at the first use and stopped at the end. Each test class takes accounts of its
 * own, so that nobody has to clean up. Certificates are issued after a second.
 */
public final class Moto {

	private static final Path HOME = Path.of("target", "moto");

	private final URI endpoint;

	private Moto() {
		int port = freePort();
		this.endpoint = URI.create("http://127.0.0.1:" + port);
		try {
			Files.createDirectories(HOME);
			stopLeftovers();
			Process process = start(port);
			Path note = HOME.resolve(ProcessHandle.current().pid() + "-" + process.pid());
			Files.createFile(note);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				process.destroyForcibly();
				note.toFile().delete();
			}));
			await(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether there is the program; what needs it is left out otherwise. */
	public static boolean installed() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "moto_server")));
	}

	public static URI endpoint() {
		return Running.SERVER.endpoint;
	}

	/** Credentials of a role in an account of that number, which has twelve digits. */
	public static AwsCredentialsProvider account(String number) {
		try (StsClient sts = StsClient.builder()
			.endpointOverride(endpoint())
			.region(Region.EU_CENTRAL_1)
			.httpClient(UrlConnectionHttpClient.create())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAMOTO", "secret")))
			.build()) {
			Credentials taken = sts
				.assumeRole((role) -> role.roleArn("arn:aws:iam::" + number + ":role/shiplift")
					.roleSessionName("test")
					.externalId("test-external-id"))
				.credentials();
			return StaticCredentialsProvider.create(
					AwsSessionCredentials.create(taken.accessKeyId(), taken.secretAccessKey(), taken.sessionToken()));
		}
	}

	private static Process start(int port) throws IOException {
		ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port));
		builder.environment().put("MOTO_ACM_VALIDATION_WAIT", "1");
		builder.environment().keySet().removeIf((name) -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
		return builder.redirectErrorStream(true).redirectOutput(HOME.resolve("moto-" + port + ".log").toFile()).start();
	}

	private void await(Process process) throws IOException {
		CountDownLatch never = new CountDownLatch(1);
		try {
			for (int tries = 0; tries < 600; tries++) {
				if (!process.isAlive()) {
					throw new IllegalStateException("moto_server ended at once, see " + HOME);
				}
				if (answers()) {
					return;
				}
				never.await(100, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("moto_server did not answer within a minute, see " + HOME);
	}

	private boolean answers() throws IOException {
		HttpURLConnection connection = (HttpURLConnection) this.endpoint.resolve("/moto-api/data.json")
			.toURL()
			.openConnection();
		try {
			return connection.getResponseCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		finally {
			connection.disconnect();
		}
	}

	/** Servers of test runs that were killed. */
	private static void stopLeftovers() throws IOException {
		try (Stream<Path> files = Files.list(HOME)) {
			for (Path note : files.toList()) {
				List<String> pids = List.of(note.getFileName().toString().split("-"));
				if (pids.getFirst().matches("\\d+") && ProcessHandle.of(Long.parseLong(pids.getFirst())).isEmpty()) {
					ProcessHandle.of(Long.parseLong(pids.getLast()))
						.filter((process) -> process.info().commandLine().orElse("").contains("moto_server"))
						.ifPresent(ProcessHandle::destroyForcibly);
					Files.deleteIfExists(note);
				}
			}
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Started when it is first asked for. */
	private static final class Running {

		private static final Moto SERVER = new Moto();

	}

}
