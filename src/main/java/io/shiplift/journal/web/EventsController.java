package io.shiplift.journal.web;

import java.util.Set;

import io.shiplift.journal.Journal;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Presence;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The one stream of an open page. It says that something changed and never what, so that
 * the page asks again with the rights of the person who looks.
 */
@Controller
class EventsController {

	private final Doorbell doorbell;

	private final Journal journal;

	private final Presence presence;

	EventsController(Doorbell doorbell, Journal journal, Presence presence) {
		this.doorbell = doorbell;
		this.journal = journal;
		this.presence = presence;
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> events(@RequestParam String topics, @RequestParam(required = false) @Nullable Long since,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent, Member member,
			HttpServletRequest request) {
		Set<Topic> wanted = parse(topics);
		for (Topic topic : wanted) {
			if (!topic.knownTo(this.journal, member.teamId())) {
				throw new NotFound(topics);
			}
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.header("X-Accel-Buffering", "no")
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.body(this.doorbell.listen(member, wanted, heard(since, lastEvent), this.presence.of(request, member)));
	}

	/** Whatever a page was told last; a page that was told nothing hears from now on. */
	private long heard(@Nullable Long since, @Nullable String lastEvent) {
		long last = this.journal.lastId();
		if (lastEvent != null && lastEvent.matches("\\d{1,18}")) {
			return Math.min(last, Long.parseLong(lastEvent));
		}
		return (since != null) ? Math.min(last, Math.max(0, since)) : last;
	}

	private static Set<Topic> parse(String topics) {
		try {
			return Topic.parse(topics);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage());
		}
	}

}
