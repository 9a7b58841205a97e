package io.shiplift.practice;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * How fast time-consuming things happen in the practice world: real durations divided by
 * {@code shiplift.practice.speed}.
 */
@Component
@ConditionalOnPractice
public class Pace {

	private final double speed;

	Pace(PracticeProperties properties) {
		this.speed = properties.speed();
	}

	/** What something takes here that takes this long in earnest. */
	public Duration of(Duration inEarnest) {
		return of(inEarnest.toMillis() / 1000.0);
	}

	/** The same for seconds. */
	public Duration of(double secondsInEarnest) {
		return Duration.ofMillis(Math.round(secondsInEarnest * 1000 / this.speed));
	}

}
