package io.shiplift.repository;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.repository.Proposal.State;

/**
 * Everything that was read from the files of one revision. Where several conclusions are
 * about the same, the strongest comes first. The {@code patch} makes all needed changes.
 */
public record RepositoryScan(String revision, int files, long bytes, List<Conclusion> conclusions,
		List<Proposal> proposals, String patch) {

	public RepositoryScan {
		conclusions = List.copyOf(conclusions);
		proposals = List.copyOf(proposals);
	}

	/** A scan without a patch. */
	public RepositoryScan(String revision, int files, long bytes, List<Conclusion> conclusions,
			List<Proposal> proposals) {
		this(revision, files, bytes, conclusions, proposals, "");
	}

	/** The scan as persons corrected it; what they said stands first. */
	public RepositoryScan corrected(List<Correction> corrections) {
		List<Conclusion> all = new ArrayList<>();
		corrections.stream()
			.filter((correction) -> !correction.value().isEmpty())
			.map(Correction::conclusion)
			.forEach(all::add);
		this.conclusions.stream()
			.filter((conclusion) -> corrections.stream()
				.noneMatch((correction) -> conclusion.about(correction.topic(), correction.name())))
			.forEach(all::add);
		return new RepositoryScan(this.revision, this.files, this.bytes, all,
				this.proposals.stream().map((proposal) -> proposal.corrected(corrections)).toList(), this.patch);
	}

	/** All conclusions about a topic. */
	public List<Conclusion> all(Topic topic) {
		return this.conclusions.stream().filter((conclusion) -> conclusion.topic() == topic).toList();
	}

	/** The strongest conclusion about a topic. */
	public Optional<Conclusion> first(Topic topic) {
		return all(topic).stream().findFirst();
	}

	/** The strongest conclusion about a named thing. */
	public Optional<Conclusion> first(Topic topic, String name) {
		return this.conclusions.stream().filter((conclusion) -> conclusion.about(topic, name)).findFirst();
	}

	/** The strongest value of a topic; empty if nothing is known. */
	public String value(Topic topic) {
		return first(topic).map(Conclusion::value).orElse("");
	}

	/** The value of a named thing; empty if nothing is known. */
	public String value(Topic topic, String name) {
		return first(topic, name).map(Conclusion::value).orElse("");
	}

	/** A setting of Django as it is likely to be in production. */
	public Optional<Conclusion> setting(String name) {
		return first(Topic.SETTING, name);
	}

	/** Commands by type of process. */
	public Map<String, String> processes() {
		Map<String, String> processes = new LinkedHashMap<>();
		all(Topic.PROCESS).forEach((process) -> processes.putIfAbsent(process.name(), process.value()));
		return processes;
	}

	public boolean hasPackage(String name) {
		return first(Topic.PACKAGE, name).isPresent();
	}

	public boolean django() {
		return "django".equals(value(Topic.FRAMEWORK));
	}

	public boolean celery() {
		return first(Topic.CELERY).isPresent();
	}

	/** What stands in the way, in sentences. */
	public List<String> problems() {
		return all(Topic.PROBLEM).stream().map(Conclusion::value).toList();
	}

	/** What the doctor says of one change; empty if the question makes no sense here. */
	public Optional<Proposal> proposal(String key) {
		return this.proposals.stream().filter((proposal) -> proposal.key().equals(key)).findFirst();
	}

	/** Changes that must be made before the move. */
	public List<Proposal> needed() {
		return this.proposals.stream().filter((proposal) -> proposal.state() == State.NEEDED).toList();
	}

}
