package io.shiplift.repository.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * A Git server over http on this machine with one repository.
 */
final class GitServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Git git;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private String token = "";

	private String redirect = "";

	GitServer(Path directory, Map<String, byte[]> files) throws IOException, GitAPIException {
		this(directory, files, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
	}

	/** A server at an address of this machine; port 0 takes a free one. */
	GitServer(Path directory, Map<String, byte[]> files, InetSocketAddress place) throws IOException, GitAPIException {
		this.git = Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call();
		commit(files);
		this.server = HttpServer.create(place, 0);
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	void commit(Map<String, byte[]> files) throws IOException, GitAPIException {
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			Path path = this.git.getRepository().getWorkTree().toPath().resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
		this.git.add().addFilepattern(".").call();
		this.git.commit()
			.setMessage("Next")
			.setAuthor("T", "t@example.com")
			.setCommitter("T", "t@example.com")
			.setSign(false)
			.call();
	}

	String address() {
		return "http://127.0.0.1:" + port() + "/team/app.git";
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	Git git() {
		return this.git;
	}

	List<String> asked() {
		return this.asked;
	}

	void wantToken(String token) {
		this.token = token;
	}

	void redirectTo(String address) {
		this.redirect = address;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
		this.git.close();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.add(exchange.getRequestURI().toString());
		String path = exchange.getRequestURI().getPath();
		if (!this.redirect.isEmpty()) {
			exchange.getResponseHeaders().add("Location", this.redirect + exchange.getRequestURI());
			end(exchange, 302);
		}
		else if (!path.startsWith("/team/app.git/")) {
			end(exchange, 404);
		}
		else if (!this.token.isEmpty() && !authorised(exchange)) {
			exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
			end(exchange, 401);
		}
		else {
			serve(exchange, path);
		}
	}

	private boolean authorised(HttpExchange exchange) {
		String given = exchange.getRequestHeaders().getFirst("Authorization");
		String wanted = java.util.Base64.getEncoder()
			.encodeToString(("x-access-token:" + this.token).getBytes(java.nio.charset.StandardCharsets.UTF_8));
		return ("Basic " + wanted).equals(given);
	}

	private void serve(HttpExchange exchange, String path) throws IOException {
		Repository repository = this.git.getRepository();
		UploadPack pack = new UploadPack(repository);
		pack.setBiDirectionalPipe(false);
		if (path.endsWith("/info/refs")) {
			exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
			exchange.sendResponseHeaders(200, 0);
			PacketLineOut out = new PacketLineOut(exchange.getResponseBody());
			out.writeString("# service=git-upload-pack\n");
			out.end();
			pack.sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(out));
		}
		else {
			exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-result");
			exchange.sendResponseHeaders(200, 0);
			try {
				java.io.InputStream body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
						? new java.util.zip.GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
				pack.upload(body, exchange.getResponseBody(), null);
			}
			catch (UncheckedIOException | IOException ex) {
				// whoever asked has hung up
			}
		}
		exchange.close();
	}

	private static void end(HttpExchange exchange, int status) throws IOException {
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

}
