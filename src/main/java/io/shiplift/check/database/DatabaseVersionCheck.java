package io.shiplift.check.database;

import java.time.LocalDate;
import java.util.Map;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the source runs a version without support.
 */
@Component
class DatabaseVersionCheck implements Check {

	private static final Map<Integer, LocalDate> ENDS = Map.of(13, LocalDate.of(2025, 11, 13), 14,
			LocalDate.of(2026, 11, 12), 15, LocalDate.of(2027, 11, 11), 16, LocalDate.of(2028, 11, 9), 17,
			LocalDate.of(2029, 11, 8), 18, LocalDate.of(2030, 11, 14));

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-version", Group.DATABASE, "Support of PostgreSQL", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		int major = context.figures().major();
		LocalDate end = ENDS.get(major);
		boolean over = major < 13 || end != null && end.isBefore(context.today());
		return Verdict.when(over,
				Finding.warning("PostgreSQL " + major + " is out of support.",
						"RDS may charge extra for it or not offer it. Plan the newest version that the app"
								+ " is tested with; the move copies into it, and the rehearsal shows what breaks."));
	}

}
