package io.shiplift.check.code;

import java.time.LocalDate;
import java.util.Map;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether Python gets security fixes.
 */
@Component
class PythonVersionCheck implements Check {

	private static final Map<String, LocalDate> ENDS = Map.of("3.9", LocalDate.of(2025, 10, 31), "3.10",
			LocalDate.of(2026, 10, 31), "3.11", LocalDate.of(2027, 10, 31), "3.12", LocalDate.of(2028, 10, 31), "3.13",
			LocalDate.of(2029, 10, 31), "3.14", LocalDate.of(2030, 10, 31));

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("python-version", Group.CODE, "Support of Python", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.of(Versions.parse(context.scan().value(Topic.PYTHON))
			.filter((version) -> version.over(ENDS, LocalDate.of(2024, 10, 7), context.today()))
			.map((version) -> Finding
				.warning("Python " + version + " gets no security fixes any more.",
						"Bring the app to a newer Python on Heroku first: then a fault is one of Python"
								+ " and not one of the move.")
				.seen(context.scan().all(Topic.PYTHON).stream().map(CheckContext::place).toList()))
			.stream()
			.toList());
	}

}
