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
 * Whether Django gets security fixes.
 */
@Component
class DjangoVersionCheck implements Check {

	private static final Map<String, LocalDate> ENDS = Map.of("4.2", LocalDate.of(2026, 4, 7), "5.0",
			LocalDate.of(2025, 4, 2), "5.1", LocalDate.of(2025, 12, 3), "5.2", LocalDate.of(2028, 4, 30), "6.0",
			LocalDate.of(2027, 4, 30));

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("django-version", Group.CODE, "Support of Django", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.of(Versions.parse(context.scan().value(Topic.DJANGO))
			.filter((version) -> version.over(ENDS, LocalDate.of(2024, 4, 1), context.today()))
			.map((version) -> Finding
				.warning("Django " + version + " gets no security fixes any more.",
						"Move first with the version that is tested, or upgrade first, but not both at once.")
				.seen(context.scan().all(Topic.DJANGO).stream().map(CheckContext::place).toList()))
			.stream()
			.toList());
	}

}
