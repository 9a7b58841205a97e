package io.shiplift.repository;

import java.time.Instant;

/**
 * What a person says instead of a conclusion. An empty value says that there is no such
 * thing.
 */
public record Correction(Topic topic, String name, String value, String why, String who, Instant at) {

	/** The conclusion that it stands for. */
	Conclusion conclusion() {
		return new Conclusion(this.topic, this.name, this.value, "", 0, this.why, Confidence.SAID);
	}

}
