package io.shiplift.journal.web;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.shiplift.journal.JournalEntry;
import io.shiplift.security.Member;

import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. Nobody waits for it: what it cannot take at once is kept as a set of
 * events, and written by a thread that lives only while it writes.
 */
class Listener {

	private static final String HEARTBEAT = "";

	private final Member member;

	private final Set<Topic> topics;

	private final BooleanSupplier present;

	private final Executor writers;

	private final SseEmitter emitter = new SseEmitter(0L);

	private final Set<String> waiting = new LinkedHashSet<>();

	private long heard;

	private boolean writing;

	Listener(Member member, Set<Topic> topics, long heard, BooleanSupplier present, Executor writers) {
		this.member = member;
		this.topics = topics;
		this.heard = heard;
		this.present = present;
		this.writers = writers;
	}

	Member member() {
		return this.member;
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	synchronized long heard() {
		return this.heard;
	}

	/** Rings for what was written since it last heard. */
	synchronized void hear(List<JournalEntry> entries, long upTo) {
		for (Topic topic : this.topics) {
			if (entries.stream().anyMatch((entry) -> entry.id() > this.heard && topic.concerns(entry))) {
				this.waiting.add(topic.event());
			}
		}
		this.heard = Math.max(this.heard, upTo);
		wake();
	}

	/** Rings for everything, because too much was written to look at. */
	synchronized void hearAll(long upTo) {
		this.topics.forEach((topic) -> this.waiting.add(topic.event()));
		this.heard = Math.max(this.heard, upTo);
		wake();
	}

	synchronized void beat() {
		this.waiting.add(HEARTBEAT);
		wake();
	}

	void end() {
		this.emitter.complete();
	}

	private void wake() {
		if (!this.writing && !this.waiting.isEmpty()) {
			this.writing = true;
			this.writers.execute(this::write);
		}
	}

	private void write() {
		try {
			for (List<String> events = next(); !events.isEmpty(); events = next()) {
				for (String event : events) {
					write(event);
				}
			}
		}
		catch (IOException | IllegalStateException ex) {
			// The page was closed; the emitter tells the doorbell.
			this.emitter.completeWithError(ex);
		}
	}

	private synchronized List<String> next() {
		List<String> events = List.copyOf(this.waiting);
		this.waiting.clear();
		this.writing = !events.isEmpty();
		return events;
	}

	private void write(String event) throws IOException {
		if (!event.equals(HEARTBEAT)) {
			this.emitter.send(SseEmitter.event().id(Long.toString(heard())).name(event).data("{}"));
		}
		else if (stillPresent()) {
			this.emitter.send(SseEmitter.event().comment("still here"));
		}
		else {
			end();
		}
	}

	private boolean stillPresent() {
		try {
			return this.present.getAsBoolean();
		}
		catch (DataAccessException ex) {
			return true;
		}
	}

}
