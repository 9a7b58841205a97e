package io.shiplift.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.security.Member;
import io.shiplift.security.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page needs besides its own model: who is here, which colours, where in the
 * navigation, and how to write a time. Pages reach it as {@code ${frame}}.
 */
public record Frame(@Nullable Member member, String theme, String path, Instant now, @Nullable String requestId,
		Map<String, ?> flash) {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter
		.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/** The entries of the main navigation. */
	public List<Link> links() {
		return Stream
			.of(link("/", "Home"), link("/migrations", "Migrations"), link("/approvals", "Approvals"),
					link("/history", "History"), link("/journal", "Journal"), link("/people", "People"),
					link("/connections", "Connections"))
			.toList();
	}

	public List<String> themes() {
		return Theme.NAMES;
	}

	/** Whether the person here has a role, by its name. */
	public boolean can(String role) {
		return this.member != null && this.member.is(Role.valueOf(role));
	}

	/** The roles of the person here, in words. */
	public List<String> roles() {
		return (this.member != null)
				? this.member.roles().stream().sorted().map((role) -> role.name().toLowerCase(Locale.ROOT)).toList()
				: List.of();
	}

	public String initials() {
		return (this.member != null) ? Stream.of(this.member.name().strip().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.limit(2)
			.map((word) -> word.substring(0, word.offsetByCodePoints(0, 1)))
			.collect(Collectors.joining())
			.toUpperCase(Locale.ROOT) : "";
	}

	/** The header htmx adds to its requests. */
	public @Nullable String headers(@Nullable CsrfToken token) {
		return (token != null) ? "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}" : null;
	}

	/** A moment in full, in UTC. */
	public String clock(Instant when) {
		return CLOCK.format(when);
	}

	/** A moment in full to the second, in UTC. */
	public String second(Instant when) {
		return SECOND.format(when);
	}

	/** The time of day of a moment to the second, in UTC. */
	public String time(Instant when) {
		return TIME.format(when);
	}

	/** How long ago a moment was, roughly. */
	public String ago(Instant when) {
		Duration age = Duration.between(when, this.now);
		return (age.toSeconds() < 10) ? "just now" : Spans.rough(age) + " ago";
	}

	/** How long it is between a moment and now, in either direction. */
	public String span(Instant when) {
		return Spans.exact(Duration.between(when, this.now).abs());
	}

	/** A duration in words. */
	public String lasted(Duration span) {
		return Spans.exact(span);
	}

	/** A number of seconds in words. */
	public String seconds(long seconds) {
		return Spans.exact(Duration.ofSeconds(seconds));
	}

	/** A range of durations in words, such as "3 to 5 min". */
	public String range(Duration low, Duration high) {
		return Spans.range(low, high);
	}

	/** The parts of a cost bar, laid one behind the other on a scale. */
	public List<Slice> slices(List<? extends Number> parts, Number scale) {
		return Slice.of(parts, scale.doubleValue());
	}

	private Link link(String href, String title) {
		boolean current = href.equals("/") ? this.path.equals("/")
				: this.path.equals(href) || this.path.startsWith(href + "/");
		return new Link(href, title, current);
	}

	/**
	 * One entry of the navigation.
	 */
	public record Link(String href, String title, boolean current) {
	}

}
