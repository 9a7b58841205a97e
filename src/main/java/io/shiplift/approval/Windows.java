package io.shiplift.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import io.shiplift.fact.Forecast;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whether the time until the app must serve again is long enough, by the forecast of the
 * last rehearsal.
 */
@Component
public class Windows {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final Runs runs;

	private final Facts facts;

	private final Clock clock;

	Windows(Runs runs, Facts facts, Clock clock) {
		this.runs = runs;
		this.facts = facts;
		this.clock = clock;
	}

	/** Why a cutover that started now would end too late, or an empty text. */
	public String tooShort(String migrationId, @Nullable Instant abortBy, Member member) {
		if (abortBy == null) {
			return "";
		}
		Instant now = this.clock.instant();
		if (!abortBy.isAfter(now)) {
			return "The time by which the app must serve again, " + TIME.format(abortBy) + ", is over. Now it is "
					+ TIME.format(now) + ".";
		}
		return forecast(migrationId, member).filter((forecast) -> now.plusSeconds(forecast.seconds()).isAfter(abortBy))
			.map((forecast) -> "The forecast is " + minutes(forecast.seconds()) + " without the app, so it would serve"
					+ " again at about " + TIME.format(now.plusSeconds(forecast.seconds())) + ". That is after "
					+ TIME.format(abortBy) + ": choose a later time, or a method that takes less.")
			.orElse("");
	}

	/** What may go wrong although the forecast fits, or an empty text. */
	public String tight(String migrationId, @Nullable Instant abortBy, Member member) {
		return forecast(migrationId, member).map(Forecast::range)
			.filter((range) -> abortBy != null && this.clock.instant().plusSeconds(range.highest()).isAfter(abortBy))
			.map((range) -> "At worst it takes " + minutes(range.highest())
					+ ", which is longer. The copy is then ended in time, and Heroku serves again.")
			.orElse("");
	}

	private Optional<Forecast> forecast(String migrationId, Member member) {
		return this.runs.past(migrationId, member)
			.standing(RunKind.REHEARSAL)
			.flatMap((rehearsal) -> this.facts.find(migrationId, rehearsal.id(), Forecast.class));
	}

	private static String minutes(long seconds) {
		Duration time = Duration.ofSeconds(seconds);
		return (time.toMinutes() < 2) ? seconds + " s" : (seconds + 59) / 60 + " min";
	}

}
