package io.shiplift.check.code;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether it is clear which settings run in production.
 */
@Component
class SettingsModuleCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("settings-module", Group.CODE, "Settings module", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<Conclusion> modules = context.scan().all(Topic.SETTINGS_MODULE);
		return Verdict.when(modules.size() > 1 && !context.sets("DJANGO_SETTINGS_MODULE"),
				Finding.warning("The code has several settings modules, and no config var says which one is used.",
						"The default of manage.py and that of the WSGI file may differ. Set DJANGO_SETTINGS_MODULE.")
					.seen(modules.stream().map(CheckContext::place).toList())
					.run("heroku config:set DJANGO_SETTINGS_MODULE=... --app " + context.app().name()));
	}

}
