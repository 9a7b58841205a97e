package io.shiplift.check.processes;

import java.util.LinkedHashMap;
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
 * Whether the code says the same as what runs.
 */
@Component
class ProcfileCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("procfile", Group.PROCESSES, "Procfile and formation", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		Map<String, String> written = new LinkedHashMap<>(context.scan().processes());
		if (written.isEmpty()) {
			return Verdict.of(Finding
				.warning("The repository has no Procfile.",
						"Beanstalk would start the platform's own guess. Write what runs today into a Procfile.")
				.seen(context.processes((process) -> true).map(CheckContext::line).toList()));
		}
		context.scan()
			.first(Topic.RELEASE_COMMAND)
			.ifPresent((release) -> written.putIfAbsent("release", release.value()));
		return Verdict.each(
				context.processes((process) -> !process.command().equals(written.getOrDefault(process.type(), "")))
					.toList(),
				(process) -> CheckContext.line(process) + "  (Procfile: "
						+ written.getOrDefault(process.type(), "nothing") + ")",
				Finding.warning("Heroku runs something else than the Procfile of this revision says.",
						"Find out which is right: the app may run an older release, or the scan read"
								+ " another branch. The plan takes what runs."));
	}

}
