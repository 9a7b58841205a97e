package io.shiplift.steps.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.DatabaseTools;
import io.shiplift.fact.Account;
import io.shiplift.plan.MoveMethod;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Looks whether we are who we should be on AWS, may do what the plan needs, and have
 * database tools that can read the source.
 */
@Component
class PreflightStep implements Step {

	private final AwsAccounts accounts;

	private final AccountLook look;

	private final SourceDatabases sources;

	private final DatabaseInspector inspector;

	private final DatabaseTools tools;

	private final List<MoveMethod> methods;

	PreflightStep(AwsAccounts accounts, AccountLook look, SourceDatabases sources, DatabaseInspector inspector,
			DatabaseTools tools, List<MoveMethod> methods) {
		this.methods = methods;
		this.accounts = accounts;
		this.look = look;
		this.sources = sources;
		this.inspector = inspector;
		this.tools = tools;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("preflight", "Preflight checks",
				"Looks at identity, permissions, quotas, the source database and the tools before anything is made.",
				Account.class)
			.forward(RunKind.PREPARE);
	}

	@Override
	public StepResult advance(StepContext context) {
		Aws.Identity identity = this.accounts.open(context.connection(), context.plan().region()).identity();
		List<String> problems = new ArrayList<>(identity.problems());
		problems.addAll(this.look.problems(context));
		if (SourceDatabases.file(context.plan())) {
			return problems.isEmpty() ? StepResult
				.done(new Account(identity.accountId(), context.plan().region(), identity.principal(), "a backup file"))
					: StepResult.failed(String.join(" ", problems));
		}
		DatabaseFacts source = this.inspector.inspect(this.sources.address(context.connection(), context.plan()));
		problems.addAll(source.problems());
		Optional<String> tooOld = (source.reachable() && !source.foreign()) ? this.tools.check(source.major())
				: Optional.empty();
		tooOld.filter((problem) -> !problems.contains(problem)).ifPresent(problems::add);
		if (source.reachable()) {
			problems.addAll(SourceLimits.problems(context.plan(), source, this.methods));
			source.remarks().forEach(context::note);
		}
		if (!problems.isEmpty()) {
			return StepResult.failed(String.join(" ", problems));
		}
		return StepResult.done(new Account(identity.accountId(), context.plan().region(), identity.principal(),
				source.server() + " source, " + source.rows() + " rows"));
	}

}
