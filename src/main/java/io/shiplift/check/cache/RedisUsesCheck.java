package io.shiplift.check.cache;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * Whether a full cache may push tasks out.
 */
@Component
class RedisUsesCheck implements Check {

	private static final Pattern VARIABLE = Pattern.compile("\\$[A-Z][A-Z0-9_]+");

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("redis-uses", Group.CACHE, "Cache and broker in one", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		boolean broker = context.scan()
			.all(Topic.BROKER)
			.stream()
			.anyMatch((found) -> found.value().toLowerCase(Locale.ROOT).contains("redis"));
		boolean cache = context.scan()
			.all(Topic.CACHE)
			.stream()
			.anyMatch((found) -> found.value().toLowerCase(Locale.ROOT).contains("redis"));
		return Verdict.when(broker && cache && !apart(context), Finding
			.warning("One Redis is cache and broker of tasks.",
					"Set to forget old entries it may lose tasks; set to keep everything it may fill"
							+ " up. The one on AWS keeps everything (noeviction): give cache entries an end, or"
							+ " use two.")
			.seen(Stream.concat(context.scan().all(Topic.BROKER).stream(), context.scan().all(Topic.CACHE).stream())
				.map(CheckContext::place)
				.toList()));
	}

	/** Whether different variables name the two. */
	private static boolean apart(CheckContext context) {
		Set<String> brokers = variables(context.scan().all(Topic.BROKER).stream());
		Set<String> caches = variables(
				context.code(Topic.SETTING, (found) -> found.name().matches("CACHES\\..*\\.LOCATION")).stream());
		return !brokers.isEmpty() && !caches.isEmpty() && Collections.disjoint(brokers, caches);
	}

	private static Set<String> variables(Stream<Conclusion> found) {
		return found.flatMap((each) -> VARIABLE.matcher(each.value()).results())
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

}
