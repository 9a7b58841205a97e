package io.shiplift.repository;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.git.GitAddress;
import io.shiplift.repository.git.GitSource;
import io.shiplift.repository.tree.Archives;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.TooMuch;

/**
 * Gets code from Git or an archive and scans it. Nothing of it stays, and nothing is run.
 */
public final class Repositories {

	private final Limits limits;

	private final GitSource git;

	/**
	 * Repositories within the usual limits.
	 * @param insideAllowed whether servers on this machine may be asked, as tests do
	 */
	public Repositories(boolean insideAllowed, Clock clock) {
		this(Limits.usual(), insideAllowed, clock);
	}

	Repositories(Limits limits, boolean insideAllowed, Clock clock) {
		this.limits = limits;
		this.git = new GitSource(limits, insideAllowed, clock);
	}

	/** Bytes of the largest archive. */
	public long largestArchive() {
		return this.limits.received();
	}

	/**
	 * The address as it is kept, without a password.
	 * @throws OutsideProblem if it may not be asked; the message says what to type
	 */
	public String address(String typed) {
		try {
			return this.git.address(typed).url();
		}
		catch (GitAddress.Refused ex) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, ex.getMessage());
		}
	}

	/** Scans a branch; it, the token and the settings module may be empty. */
	public RepositoryScan git(String address, String branch, String token, String settingsModule) {
		return RepositoryScanner.scan(this.git.read(this.git.address(address(address)), branch, token), settingsModule);
	}

	/** Scans an archive; the settings module may be empty. */
	public RepositoryScan archive(InputStream content, String settingsModule) {
		try {
			return RepositoryScanner.scan(Archives.read(content, this.limits), settingsModule);
		}
		catch (TooMuch ex) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "The archive could not be read. Upload it again.",
					ex);
		}
	}

}
