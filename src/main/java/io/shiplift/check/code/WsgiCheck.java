package io.shiplift.check.code;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Processes;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether the web process starts what the code has.
 */
@Component
class WsgiCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("wsgi", Group.CODE, "WSGI application", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String module = context.scan().value(Topic.WSGI).replaceFirst(":.*", "");
		return Verdict.each(
				module.isEmpty() ? List.of()
						: context.running("\\bgunicorn\\b")
							.stream()
							.filter((process) -> Processes.web(process) && !process.command().contains(module)
									&& !process.command().contains("asgi"))
							.toList(),
				CheckContext::line,
				Finding.info("The web process does not start " + module + ", which the settings name.",
						"It works today, so this may be on purpose. Look whether both use the same settings."));
	}

}
