package io.shiplift.endurance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.step.RunKind;
import io.shiplift.testing.Shores;
import io.shiplift.testing.Voyage;
import io.shiplift.testing.Voyage.RunPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One migration on its way through all kinds of runs. It looks at the pages, does what is
 * next, and takes no harm if nobody answers.
 */
final class Crossing {

	private final Voyage voyage;

	private final Shores shores;

	private final Deque<RunKind> ahead;

	private Optional<Long> run = Optional.empty();

	private long since;

	private final Map<RunKind, Duration> took = new EnumMap<>(RunKind.class);

	private final List<String> failures = new ArrayList<>();

	Crossing(Voyage voyage, Shores shores, List<RunKind> kinds) {
		this.voyage = voyage;
		this.shores = shores;
		this.ahead = new ArrayDeque<>(kinds);
	}

	String world() {
		return this.voyage.id();
	}

	/** The kind of run that is open now, if one is. */
	Optional<RunKind> underway() {
		return this.run.map((id) -> this.ahead.element());
	}

	/** Whether a run of one of these kinds is open now or still to come. */
	boolean hasAhead(Collection<RunKind> kinds) {
		return this.ahead.stream().anyMatch(kinds::contains);
	}

	/** How long the runs took that are over. */
	Map<RunKind, Duration> took() {
		return this.took;
	}

	boolean isOver() {
		return this.ahead.isEmpty();
	}

	/** What the steps said that somebody had to retry. */
	List<String> failures() {
		return this.failures;
	}

	/** Looks, and does what is next. */
	void advance() {
		if (isOver()) {
			return;
		}
		try {
			if (this.run.isEmpty()) {
				this.since = System.nanoTime();
				this.run = this.voyage.newest(this.ahead.element())
					.or(() -> Optional.of(this.voyage.start(this.ahead.element())));
			}
			else {
				look(this.voyage.look(this.run.get()));
			}
		}
		catch (UncheckedIOException ex) {
			// Nobody answers: it was killed a moment ago.
		}
	}

	private void look(RunPage page) {
		this.failures.addAll(page.failures());
		page.retryFailures();
		page.doByHand();
		assertThat(page.state()).as("state of run " + this.run).isNotIn("cancelled", "rejected");
		if (List.of("requested", "approved").contains(page.state())) {
			this.voyage.start(this.ahead.element());
		}
		if (page.isDone()) {
			if (this.ahead.element() == RunKind.CUTOVER) {
				assertThat(this.shores.target(world())).isNotEmpty()
					.containsExactlyInAnyOrderEntriesOf(this.shores.source(world()));
			}
			this.took.put(this.ahead.remove(), Duration.ofNanos(System.nanoTime() - this.since));
			this.run = Optional.empty();
		}
	}

	@Override
	public String toString() {
		return world() + " " + underway().map(RunKind::title).orElse(isOver() ? "over" : "between runs");
	}

}
