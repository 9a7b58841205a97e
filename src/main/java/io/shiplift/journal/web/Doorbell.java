package io.shiplift.journal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.security.Member;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Reads the end of the journal once a second while somebody listens, and rings at the
 * pages it concerns. Several nodes need nothing else: all of them read the same journal.
 */
@Component
class Doorbell implements SmartLifecycle {

	/** Open pages of one person; the oldest is closed when one more comes. */
	static final int MOST_PER_PERSON = 12;

	private static final int BEAT_EVERY = 15;

	private static final int LOOK_AT = 500;

	private static final Logger logger = LoggerFactory.getLogger(Doorbell.class);

	private final Journal journal;

	private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();

	private final ExecutorService writers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("doorbell-", 0).factory());

	private @Nullable ScheduledExecutorService ticker;

	private int ticks;

	Doorbell(Journal journal) {
		this.journal = journal;
	}

	SseEmitter listen(Member member, Set<Topic> topics, long heard, BooleanSupplier present) {
		Listener listener = new Listener(member, topics, heard, present, this.writers);
		listener.emitter().onCompletion(() -> this.listeners.remove(listener));
		listener.emitter().onError((ex) -> this.listeners.remove(listener));
		this.listeners.add(listener);
		List<Listener> mine = this.listeners.stream()
			.filter((other) -> other.member().userId() == member.userId())
			.toList();
		mine.stream().limit(Math.max(0, mine.size() - MOST_PER_PERSON)).forEach((oldest) -> {
			this.listeners.remove(oldest);
			oldest.end();
		});
		listener.beat();
		return listener.emitter();
	}

	/** Rings for what was written since the last look. */
	void look() {
		if (this.listeners.isEmpty()) {
			return;
		}
		long last = this.journal.lastId();
		Map<Long, List<Listener>> behind = this.listeners.stream()
			.filter((listener) -> listener.heard() < last)
			.collect(Collectors.groupingBy((listener) -> listener.member().teamId()));
		behind.forEach((team, waiting) -> ring(team, waiting, last));
	}

	private void ring(long team, List<Listener> waiting, long last) {
		long from = waiting.stream().map(Listener::heard).min(Comparator.naturalOrder()).orElse(last);
		List<JournalEntry> entries = this.journal.after(team, from, LOOK_AT);
		if (entries.size() == LOOK_AT) {
			waiting.forEach((listener) -> listener.hearAll(last));
			return;
		}
		long upTo = entries.isEmpty() ? last : Math.max(last, entries.getLast().id());
		waiting.forEach((listener) -> listener.hear(entries, upTo));
	}

	/** Keeps connections open, and ends those of people who have gone. */
	void beat() {
		this.listeners.forEach(Listener::beat);
	}

	int listening() {
		return this.listeners.size();
	}

	private void tick() {
		try {
			look();
			if (++this.ticks % BEAT_EVERY == 0) {
				beat();
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot read the journal's end; open pages look by themselves meanwhile", ex);
		}
	}

	@Override
	public synchronized void start() {
		if (this.ticker == null) {
			this.ticker = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("doorbell").factory());
			this.ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
		}
	}

	/** Comes before the web server's patience with open requests. */
	@Override
	public synchronized void stop() {
		if (this.ticker != null) {
			this.ticker.shutdownNow();
			this.ticker = null;
		}
		this.listeners.forEach(Listener::end);
		this.listeners.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.ticker != null;
	}

}
