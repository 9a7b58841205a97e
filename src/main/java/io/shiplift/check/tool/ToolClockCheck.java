package io.shiplift.check.tool;

import java.time.Duration;
import java.time.OffsetDateTime;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether Shiplift and its database keep the same time.
 */
@Component
class ToolClockCheck implements Check {

	private final JdbcClient jdbc;

	ToolClockCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("tool-clock", Group.TOOL, "Clocks");
	}

	@Override
	public Verdict judge(CheckContext context) {
		OffsetDateTime there = this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
		Duration apart = Duration.between(context.now(), there.toInstant()).abs();
		return Verdict.when(apart.compareTo(Duration.ofSeconds(60)) > 0,
				Finding
					.warning("The clocks of Shiplift and of its database differ by more than a minute.",
							"Time-outs and windows count wrong. Let both machines take their time from the network.")
					.run("timedatectl"));
	}

}
