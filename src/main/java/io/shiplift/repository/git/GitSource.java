package io.shiplift.repository.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.SourceTree;
import io.shiplift.repository.tree.TooMuch;
import org.eclipse.jgit.api.CloneCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * Gets the newest commit of one branch over https, without history, hooks or submodules,
 * into a directory that is removed at once.
 */
public final class GitSource {

	private final Limits limits;

	private final Reach reach;

	private final Clock clock;

	/**
	 * A source of code.
	 * @param insideAllowed whether servers on this machine may be asked, as tests do
	 */
	public GitSource(Limits limits, boolean insideAllowed, Clock clock) {
		this(limits, insideAllowed ? Reach.ANYWHERE : Reach.STRICT, clock);
	}

	GitSource(Limits limits, Reach reach, Clock clock) {
		this.limits = limits;
		this.reach = reach;
		this.clock = clock;
	}

	/** The address, checked. */
	public GitAddress address(String typed) {
		return GitAddress.parse(typed, this.reach.plain());
	}

	/**
	 * Reads the files of a branch; the branch and token may be empty.
	 * @throws OutsideProblem if they cannot be had; the message says what to do
	 */
	public SourceTree read(GitAddress address, String branch, String token) {
		GitGuard guard = new GitGuard(this.limits, this.reach, this.clock);
		Path directory = directory();
		try (Git git = clone(address, branch, token, guard, directory).call()) {
			return GitTree.read(git.getRepository(), "HEAD", this.limits);
		}
		catch (GitAPIException | IOException | RuntimeException ex) {
			throw problem(ex, guard, branch, token);
		}
		finally {
			guard.close();
			remove(directory);
		}
	}

	private CloneCommand clone(GitAddress address, String branch, String token, GitGuard guard, Path directory) {
		OwnSettings.use();
		CloneCommand clone = Git.cloneRepository()
			.setURI(address.url())
			.setDirectory(directory.toFile())
			.setBare(true)
			.setNoCheckout(true)
			.setDepth(1)
			.setNoTags()
			.setCloneSubmodules(false)
			.setTagOption(TagOpt.NO_TAGS)
			.setTimeout((int) this.limits.time().toSeconds())
			.setProgressMonitor(guard.monitor())
			.setTransportConfigCallback((transport) -> {
				if (!(transport instanceof TransportHttp http)) {
					throw new IllegalStateException("Only https is spoken");
				}
				http.setHttpConnectionFactory(guard);
			});
		if (!branch.isEmpty()) {
			clone.setBranch("refs/heads/" + branch).setBranchesToClone(List.of("refs/heads/" + branch));
		}
		if (!token.isEmpty()) {
			clone.setCredentialsProvider(new UsernamePasswordCredentialsProvider("x-access-token", token));
		}
		return clone;
	}

	private static OutsideProblem problem(Exception ex, GitGuard guard, String branch, String token) {
		TooMuch reason = (ex instanceof TooMuch own) ? own : guard.reason();
		if (reason != null) {
			return new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, Objects.requireNonNull(reason.getMessage()));
		}
		String said = causes(ex);
		if (said.contains("not authorized") || said.contains("authentication is required") || said.contains("403")) {
			return needs(token.isEmpty()
					? "The server asks who we are. The repository is private or does not exist: check the address, and type a read-only token."
					: "The server does not accept the token. Make a new one that may read this repository.");
		}
		if (said.contains("not found") && said.contains("remote branch") || said.contains("does not advertise")) {
			return needs("There is no branch " + branch + ". Check its name.");
		}
		if (said.contains("not found") || has(ex, NoRemoteRepositoryException.class)) {
			return needs("There is no repository at this address. Check it, or type a token if it is private.");
		}
		if (said.contains("unknownhost")) {
			return needs("There is no server of this name. Check the address.");
		}
		return new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
				"The repository could not be read: the server did not answer as Git does. Try again, or upload an archive of the code.");
	}

	private static OutsideProblem needs(String message) {
		return new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, message);
	}

	private static String causes(Throwable ex) {
		StringBuilder said = new StringBuilder();
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			said.append(cause.getClass().getSimpleName()).append(' ').append(cause.getMessage()).append(' ');
		}
		return said.toString().toLowerCase(Locale.ROOT);
	}

	private static boolean has(Throwable ex, Class<? extends Throwable> type) {
		return Stream.iterate(ex, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
	}

	private static Path directory() {
		try {
			return Files.createTempDirectory("code-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void remove(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
