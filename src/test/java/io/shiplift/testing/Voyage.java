package io.shiplift.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.step.RunKind;
import io.shiplift.testing.RunningShiplift.Person;
import io.shiplift.testing.Visitor.Answer;
import org.awaitility.Awaitility;

/**
 * One migration, sailed by an operator and an approver over HTTP without JavaScript.
 */
public final class Voyage {

	private static final Pattern MIGRATION = Pattern.compile("/migrations/([a-z0-9]{8})(/.*)?");

	private static final Pattern RUN = Pattern.compile("/runs/(\\d+)");

	private static final int QUESTIONS = 30;

	private final Crew operator;

	private final Crew approver;

	private final String name;

	private final String id;

	private Voyage(Crew operator, Crew approver, String name, String id) {
		this.operator = operator;
		this.approver = approver;
		this.name = name;
		this.id = id;
	}

	/** Makes a migration with the proposed answers and freezes its plan. */
	public static Voyage planned(RunningShiplift shiplift, Person operator, Person approver, String name) {
		Crew crew = new Crew(shiplift, operator);
		Answer answer = crew.get("/migrations/new").submit("form[action$=/migrations]", Map.of("name", name));
		for (int asked = 0; answer.path().contains("/answers/") && !answer.path().endsWith("/check"); asked++) {
			if (asked > QUESTIONS) {
				throw new IllegalStateException("The wizard goes in circles: " + answer.page().text());
			}
			answer = answer.submit("form[action*=/answers/]", Map.of());
		}
		answer = answer.follow("a[href$=/plan]").submit("form[action$=/plans]", Map.of());
		return new Voyage(crew, new Crew(shiplift, approver), name, group(MIGRATION, answer.path()));
	}

	public String id() {
		return this.id;
	}

	/** Starts a run and answers its id. */
	public long start(RunKind kind) {
		return (kind == RunKind.CUTOVER) ? cutover() : startAlone(kind);
	}

	/** Starts a run and waits until it is done. */
	public long sail(RunKind kind, Duration patience) {
		long run = start(kind);
		awaitDone(run, patience);
		return run;
	}

	/** Waits until a run is done; a failed step is an error. */
	public void awaitDone(long run, Duration patience) {
		Awaitility.await("run " + run + " is done").atMost(patience).pollInterval(Duration.ofMillis(500)).until(() -> {
			RunPage page = look(run);
			if (!page.failures().isEmpty()) {
				throw new IllegalStateException("Run " + run + " stopped: " + page.failures());
			}
			page.doByHand();
			return page.isDone();
		});
	}

	/** The page of a run as the operator sees it now. */
	public RunPage look(long run) {
		return new RunPage(this.operator.get("/runs/" + run));
	}

	/** The newest run of this kind, if there is one. */
	public Optional<Long> newest(RunKind kind) {
		return this.operator.get("/migrations/" + this.id)
			.page()
			.select("aside li:has(a[href*=/runs/])")
			.stream()
			.filter((line) -> line.text().contains(" " + kind.title() + ","))
			.map((line) -> Long.parseLong(group(RUN, line.selectFirst("a").attr("href"))))
			.max(Long::compare);
	}

	private long startAlone(RunKind kind) {
		Answer page = this.operator.get("/migrations/" + this.id + "/runs/new?kind=" + kind.name());
		Map<String, String> fields = page.has("input[name=name]") ? Map.of("name", this.name) : Map.of();
		Answer answer = page.submit("form[action$=/runs]", fields);
		return Long.parseLong(group(RUN, answer.path()));
	}

	/**
	 * Asks, lets the other person decide, and starts; whatever of that is still to be
	 * done.
	 */
	private long cutover() {
		String path = "/migrations/" + this.id + "/cutover";
		Answer asked = this.operator.get(path);
		if (asked.has("form[action$=/request]")) {
			asked.submit("form[action$=/request]", Map.of("note", "The rehearsal went well."));
		}
		Answer seen = this.approver.get(path);
		if (seen.has("form[action$=/decision]")) {
			seen.submit("form[action$=/decision]", Map.of("choice", "approve", "reason", "Looks good."));
		}
		Answer ready = this.operator.get(path);
		if (ready.has("form[action$=/start]")) {
			ready.submit("form[action$=/start]", Map.of("name", this.name));
		}
		return newest(RunKind.CUTOVER)
			.orElseThrow(() -> new IllegalStateException("No cutover: " + ready.page().text()));
	}

	private static String group(Pattern pattern, String path) {
		Matcher matcher = pattern.matcher(path);
		if (!matcher.matches()) {
			throw new IllegalStateException("Led to " + path);
		}
		return matcher.group(1);
	}

	/**
	 * What a run's page says.
	 */
	public record RunPage(Answer answer) {

		/** The run's state, such as {@code done}. */
		public String state() {
			return this.answer.one(".run-state .status")
				.classNames()
				.stream()
				.filter((name) -> name.startsWith("status-"))
				.findFirst()
				.orElse("")
				.substring("status-".length());
		}

		public boolean isDone() {
			return "done".equals(state());
		}

		/** What failed steps say. */
		public List<String> failures() {
			return this.answer.page().select("li:has(.trouble-failed)").eachText();
		}

		/** Says of steps that wait for a person that the work was done by hand. */
		public void doByHand() {
			String link = "li:has(.trouble-needs_person) a[href$=/by-hand]";
			if (this.answer.has(link)) {
				this.answer.follow(link).submit("form[action$=/by-hand]", Map.of("reason", "Done and looked at."));
			}
		}

		/** Retries every failed step and answers how many there were. */
		public int retryFailures() {
			int failed = failures().size();
			if (failed > 0) {
				this.answer.submit("li:has(.trouble-failed) form[action$=/retry]", Map.of());
			}
			return failed;
		}

	}

	/** Somebody who signs in again whenever that is asked for. */
	private static final class Crew {

		private final RunningShiplift shiplift;

		private final Person person;

		private Visitor visitor;

		Crew(RunningShiplift shiplift, Person person) {
			this.shiplift = shiplift;
			this.person = person;
			this.visitor = shiplift.signedIn(person);
		}

		Answer get(String path) {
			Answer answer = this.visitor.get(path);
			if (!answer.path().equals("/login")) {
				return answer;
			}
			this.visitor = this.shiplift.signedIn(this.person);
			return this.visitor.get(path);
		}

	}

}
