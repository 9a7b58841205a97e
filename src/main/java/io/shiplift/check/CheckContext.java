package io.shiplift.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceDatabaseSeen.Figures;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.fact.SourceTraffic.HostName;
import io.shiplift.plan.AddOnSort;
import io.shiplift.plan.AddOns;
import io.shiplift.plan.Answers;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What checks judge: the source as it was seen, its code if somebody gave it to us, the
 * draft answers, and the time.
 */
public record CheckContext(SourceSnapshot source, @Nullable RepositoryScan repository, Answers answers, Instant now) {

	public SourceApp app() {
		return this.source.app();
	}

	/** The scan; a check that calls this says that it needs a repository. */
	public RepositoryScan scan() {
		return Objects.requireNonNull(this.repository, "The check does not say that it needs the repository");
	}

	public LocalDate today() {
		return LocalDate.ofInstant(this.now, ZoneOffset.UTC);
	}

	/** The process that answers visitors, and all others. */
	public Stream<SourceApp.Process> processes(Predicate<SourceApp.Process> which) {
		return app().processes().stream().filter(which);
	}

	/** Processes in the background that run today. */
	public List<SourceApp.Process> workers() {
		return processes((process) -> !Set.of("web", "release").contains(process.type()) && process.quantity() > 0)
			.toList();
	}

	/** Processes whose command matches a regular expression somewhere. */
	public List<SourceApp.Process> running(String expression) {
		return processes((process) -> process.command().matches("(?s).*(?:" + expression + ").*")).toList();
	}

	/** Whether a config var is set on Heroku. */
	public boolean sets(String configVar) {
		return app().configVars().stream().anyMatch((set) -> set.name().equals(configVar));
	}

	/** Add-ons of a service. */
	public List<SourceApp.AddOn> addOns(String service) {
		return app().addOns().stream().filter((addOn) -> service.equals(addOn.service())).toList();
	}

	/** Add-ons of some sorts, whoever sells them. */
	public List<SourceApp.AddOn> addOns(AddOnSort... sorts) {
		AddOns plan = plannedAddOns();
		return app().addOns().stream().filter((addOn) -> List.of(sorts).contains(plan.sort(addOn))).toList();
	}

	/** What the plan makes of the add-ons. */
	public AddOns plannedAddOns() {
		return new AddOns(app(), this.answers);
	}

	public List<SourceDatabaseSeen> databases() {
		return this.source.databases();
	}

	/** The database that moves. */
	public SourceDatabaseSeen database() {
		return databases().stream()
			.filter(SourceDatabaseSeen::main)
			.findFirst()
			.orElseGet(() -> databases().getFirst());
	}

	/** By which names the database that moves is attached, to this app and to others. */
	public List<SourceServices.Attachment> attachments(Predicate<SourceServices.Attachment> which) {
		return this.source.services()
			.attachments()
			.stream()
			.filter((attachment) -> attachment.addOn().equals(database().addOn()))
			.filter(which)
			.toList();
	}

	/** What was measured of the database that moves. */
	public Figures figures() {
		return database().figures();
	}

	public List<HostName> hostNames() {
		return this.source.traffic().hostNames();
	}

	/** Conclusions of a topic that match. */
	public List<Conclusion> code(Topic topic, Predicate<Conclusion> which) {
		return scan().all(topic).stream().filter(which).toList();
	}

	/** A setting of Django in short, or an empty text. */
	public String setting(String name) {
		return scan().value(Topic.SETTING, name);
	}

	/** Where a setting of Django stands, or nothing. */
	public List<String> places(String... settings) {
		return Stream.of(settings).flatMap((name) -> scan().setting(name).stream()).map(CheckContext::place).toList();
	}

	/** A conclusion as evidence: where it stands, and what. */
	public static String place(Conclusion conclusion) {
		String what = conclusion.name().isEmpty() ? conclusion.value()
				: conclusion.name() + (conclusion.value().isEmpty() ? "" : " = " + conclusion.value());
		return conclusion.file().isEmpty() ? what : conclusion.place() + " " + what;
	}

	/** A process as evidence. */
	public static String line(SourceApp.Process process) {
		return process.type() + ": " + process.command();
	}

}
