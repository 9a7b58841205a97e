package io.shiplift.check;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.Proposal;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a scan of the code concluded: a Django app that is well, until a test says
 * otherwise.
 */
final class SeenCode {

	private final List<Conclusion> conclusions = new ArrayList<>();

	private final List<Proposal> proposals = new ArrayList<>();

	private boolean forgotten;

	SeenCode() {
		put(Topic.FRAMEWORK, "", "django");
		put(Topic.PYTHON, "", "3.13.5");
		put(Topic.DJANGO, "", "5.2.8");
		put(Topic.INSTALLER, "", "pip");
		put(Topic.PACKAGE, "django", "5.2.8");
		put(Topic.WSGI, "", "shop.wsgi:application");
		put(Topic.STATIC_FILES, "", "whitenoise");
		put(Topic.HEALTH_PATH, "", "/health/");
		put(Topic.SETTING, "ALLOWED_HOSTS", "['www.example.com']");
		put(Topic.SETTING, "SECURE_PROXY_SSL_HEADER", "('HTTP_X_FORWARDED_PROTO', 'https')");
		put(Topic.VARIABLE, "DATABASE_URL", "");
		propose("allowed-hosts", Proposal.State.FINE);
	}

	void put(Topic topic, String name, String value) {
		boolean many = topic == Topic.PACKAGE || topic == Topic.VARIABLE || topic == Topic.PROCESS;
		this.conclusions.removeIf((known) -> known.topic() == topic && known.name().equals(name));
		if (!value.isEmpty() || many || topic == Topic.HARD_CODED_SECRET || topic == Topic.HEROKU_VARIABLE) {
			add(topic, name, value);
		}
	}

	void add(Topic topic, String name, String value) {
		this.conclusions
			.add(new Conclusion(topic, name, value, "shop/settings.py", 12, name + " = " + value, Confidence.CERTAIN));
	}

	void needs(String change) {
		this.proposals.removeIf((known) -> known.key().equals(change));
		propose(change, Proposal.State.NEEDED);
	}

	void reads(String variable, String file) {
		this.conclusions
			.add(new Conclusion(Topic.HEROKU_VARIABLE, variable, "", file, 3, "os.environ", Confidence.CERTAIN));
	}

	private void propose(String change, Proposal.State state) {
		this.proposals.add(new Proposal(change, "A change", state, "Why.", "shop/settings.py", 12, ""));
	}

	void take(RepositoryScan scan) {
		this.conclusions.clear();
		this.conclusions.addAll(scan.conclusions());
		this.proposals.clear();
		this.proposals.addAll(scan.proposals());
	}

	void forget() {
		this.forgotten = true;
	}

	@Nullable RepositoryScan scan() {
		return this.forgotten ? null : new RepositoryScan("abc", 12, 1000, this.conclusions, this.proposals, "");
	}

}
