package io.shiplift.check.result;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.Finding;
import io.shiplift.check.Severity;
import io.shiplift.check.result.CheckEvidence.Seen;
import io.shiplift.migration.FreezeGuard;
import io.shiplift.migration.Migration;
import io.shiplift.plan.Plan;

import org.springframework.stereotype.Component;

/**
 * Keeps plans from being frozen while a check stops them and nobody takes the
 * responsibility. It judges afresh, so that no stored answer can let a plan through.
 */
@Component
class CheckedFreeze implements FreezeGuard {

	private final Catalogue catalogue;

	private final CheckEvidence evidence;

	private final Rounds rounds;

	private final CheckOverrides overrides;

	CheckedFreeze(Catalogue catalogue, CheckEvidence evidence, Rounds rounds, CheckOverrides overrides) {
		this.catalogue = catalogue;
		this.evidence = evidence;
		this.rounds = rounds;
		this.overrides = overrides;
	}

	@Override
	public void lookAgain(Migration migration) {
		this.rounds.all(migration, "Shiplift");
	}

	@Override
	public List<Objection> objections(Migration migration, Plan plan) {
		Seen seen = this.evidence.kept(migration, plan.source());
		List<CheckOverride> given = this.overrides.of(migration.id());
		return this.catalogue.all()
			.stream()
			.filter((check) -> stops(seen.result(check), given))
			.map((check) -> objection(migration, check, seen.result(check)))
			.toList();
	}

	private static boolean stops(CheckResult result, List<CheckOverride> given) {
		return result.verdict().severity().filter((severity) -> severity == Severity.BLOCKER).isPresent()
				&& given.stream().noneMatch((override) -> override.covers(result));
	}

	private static Objection objection(Migration migration, Check check, CheckResult result) {
		String cause = result.verdict()
			.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.BLOCKER)
			.map(Finding::cause)
			.findFirst()
			.orElseThrow();
		return new Objection(check.sheet().title(), cause,
				"/migrations/" + migration.id() + "/checks#" + check.sheet().key());
	}

}
