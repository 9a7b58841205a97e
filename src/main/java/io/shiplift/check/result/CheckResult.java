package io.shiplift.check.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shiplift.check.Finding;
import io.shiplift.check.Severity;
import io.shiplift.check.Verdict;
import io.shiplift.plan.CanonicalJson;
import io.shiplift.plan.PlanHash;

/**
 * What a check said, when it was judged, and when that was seen which it was judged by.
 */
public record CheckResult(String check, Verdict verdict, Instant judgedAt, Instant seenAt) {

	/** Whether what was seen is too old to be relied on. */
	public boolean stale(Duration fresh, Instant now) {
		return this.seenAt.plus(fresh).isBefore(now);
	}

	/** Stands for the evidence: another finding has another one. */
	public String hash() {
		return hash(this.check, this.verdict);
	}

	static String hash(String check, Verdict verdict) {
		return PlanHash
			.of(CanonicalJson.of(new Identity(check, verdict.findings().stream().map(Identity.Part::of).toList())));
	}

	/** What an override is bound to: advice may be worded anew. */
	record Identity(String check, List<Part> findings) {

		/** One finding without its remedy. */
		record Part(Severity severity, String cause, List<String> evidence) {

			static Part of(Finding finding) {
				return new Part(finding.severity(), finding.cause(), finding.evidence());
			}

		}

	}

}
