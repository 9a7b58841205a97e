package io.shiplift.check.platform;

import java.time.LocalDate;
import java.util.Map;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether Heroku still supports the stack that the app runs on.
 */
@Component
class StackEndCheck implements Check {

	private static final Map<String, LocalDate> ENDS = Map.of("heroku-16", LocalDate.of(2021, 5, 1), "heroku-18",
			LocalDate.of(2023, 4, 30), "heroku-20", LocalDate.of(2025, 4, 30), "heroku-22", LocalDate.of(2027, 4, 30),
			"heroku-24", LocalDate.of(2029, 4, 30));

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("stack-end", Group.PLATFORM, "Support of the stack");
	}

	@Override
	public Verdict judge(CheckContext context) {
		String stack = context.app().stack();
		LocalDate end = ENDS.get(stack);
		if (end == null || end.minusMonths(6).isAfter(context.today())) {
			return Verdict.clear();
		}
		String newer = "heroku stack:set heroku-24 --app " + context.app().name();
		return Verdict.of(end.isBefore(context.today())
				? Finding
					.warning("Heroku's support for " + stack + " ended on " + end + ".",
							"A new build may be refused. Do not count on deploying to Heroku during the move,"
									+ " or bring the app to a newer stack first.")
					.run(newer)
				: Finding
					.info("Heroku's support for " + stack + " ends on " + end + ".",
							"Finish the move before that day, or bring the app to a newer stack.")
					.run(newer));
	}

}
