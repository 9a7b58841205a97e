package io.shiplift.check;

import java.time.Duration;
import java.util.List;

/**
 * What a check is called, where it is shown, what must be known before it can judge, and
 * how long what was seen stays true.
 */
public record CheckSheet(String key, Group group, String title, Duration fresh, List<Need> needs) {

	/** A check whose answer is as fresh as those of its group. */
	public static CheckSheet of(String key, Group group, String title, Need... needs) {
		return new CheckSheet(key, group, title, group.fresh(), List.of(needs));
	}

	/** The same for what changes more often, or less. */
	public CheckSheet fresh(Duration other) {
		return new CheckSheet(this.key, this.group, this.title, other, this.needs);
	}

}
