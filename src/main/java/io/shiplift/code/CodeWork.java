package io.shiplift.code;

import java.io.IOException;
import java.io.InputStream;

import io.shiplift.code.CodeScan.Kind;
import io.shiplift.code.CodeScan.State;
import io.shiplift.credentials.SecretStore;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.Correction;
import io.shiplift.repository.Repositories;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks at code in the background. A look that was cut off may be done again.
 */
@Component
public class CodeWork {

	private static final Logger logger = LoggerFactory.getLogger(CodeWork.class);

	private final CodeScans scans;

	private final Repositories repositories;

	private final CodeFiles files;

	private final SecretStore secrets;

	private final ApplicationEventPublisher events;

	CodeWork(CodeScans scans, Repositories repositories, CodeFiles files, SecretStore secrets,
			ApplicationEventPublisher events) {
		this.scans = scans;
		this.repositories = repositories;
		this.files = files;
		this.secrets = secrets;
		this.events = events;
	}

	public void run(long scanId) {
		this.scans.find(scanId).filter((scan) -> scan.state() == State.READING).ifPresent((scan) -> {
			look(scan);
			if (this.scans.find(scanId).filter((now) -> now.state() == State.DONE).isPresent()) {
				this.events.publishEvent(new CodeRead(scan.migrationId()));
			}
		});
	}

	private void look(CodeScan scan) {
		try {
			this.scans.done(scan, read(scan));
		}
		catch (OutsideProblem ex) {
			this.scans.failed(scan, ex.getMessage());
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.error("The scan {} broke down", scan.id(), ex);
			this.scans.failed(scan,
					"The code could not be read because of a fault of ours. It is in the log of this server.");
		}
		finally {
			if (scan.kind() == Kind.ARCHIVE) {
				this.files.remove(scan.secretId());
			}
		}
	}

	private RepositoryScan read(CodeScan scan) {
		String settings = this.scans.corrections(scan.migrationId())
			.stream()
			.filter((correction) -> correction.topic() == Topic.SETTINGS_MODULE)
			.map(Correction::value)
			.findFirst()
			.orElse("");
		if (scan.kind() == Kind.GIT) {
			String token = scan.secretId().isEmpty() ? "" : this.secrets.read(scan.migrationId(), scan.secretId());
			return this.repositories.git(scan.place(), scan.branch(), token, settings);
		}
		try (InputStream content = this.files.open(scan.secretId())) {
			return this.repositories.archive(content, settings);
		}
		catch (IOException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "The archive could not be read. Upload it again.",
					ex);
		}
	}

}
