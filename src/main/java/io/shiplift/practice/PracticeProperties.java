package io.shiplift.practice;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the practice world.
 *
 * @param enabled whether there is a practice world at all
 * @param speed how many times faster than real AWS things come into being
 * @param faults what goes wrong in every world, such as {@code network:fail-once}; see
 * {@link Faults}
 */
@ConfigurationProperties("shiplift.practice")
public record PracticeProperties(@DefaultValue("true") boolean enabled, @DefaultValue("16") double speed,
		@DefaultValue List<String> faults) {

	public PracticeProperties {
		if (!(speed > 0)) {
			throw new IllegalArgumentException("shiplift.practice.speed must be above 0, not " + speed);
		}
	}

}
