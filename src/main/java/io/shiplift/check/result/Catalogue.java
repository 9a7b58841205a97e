package io.shiplift.check.result;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * All checks there are, by group. One that breaks does not keep others from answering.
 */
@Component
public class Catalogue {

	private static final Logger logger = LoggerFactory.getLogger(Catalogue.class);

	private final List<Check> checks;

	public Catalogue(List<Check> checks) {
		Set<String> keys = new HashSet<>();
		checks.forEach((check) -> {
			if (!keys.add(check.sheet().key())) {
				throw new IllegalStateException("Two checks are called " + check.sheet().key());
			}
		});
		this.checks = checks.stream()
			.sorted(Comparator.comparing((Check check) -> check.sheet().group())
				.thenComparing((check) -> check.sheet().title()))
			.toList();
	}

	public List<Check> all() {
		return this.checks;
	}

	public Optional<Check> find(String key) {
		return this.checks.stream().filter((check) -> check.sheet().key().equals(key)).findFirst();
	}

	/** What a check says, or why it cannot say anything. */
	public static Verdict judge(Check check, CheckContext context) {
		try {
			return check.sheet()
				.needs()
				.stream()
				.flatMap((need) -> need.missing(context).stream())
				.findFirst()
				.orElseGet(() -> check.judge(context));
		}
		catch (RuntimeException ex) {
			logger.warn("Check {} broke", check.sheet().key(), ex);
			return Verdict.unknown("This check broke (" + ex.getClass().getSimpleName()
					+ "), so nobody knows. Whoever looks after this server finds the reason in its log.");
		}
	}

}
