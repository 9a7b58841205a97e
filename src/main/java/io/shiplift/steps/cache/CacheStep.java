package io.shiplift.steps.cache;

import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Cache;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Network;
import io.shiplift.plan.Plan;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Parameters;
import io.shiplift.steps.StackReconciler;
import io.shiplift.steps.StackStep;

import org.springframework.stereotype.Component;

/**
 * A Valkey cache in the private network that also serves as Celery broker.
 */
@Component
class CacheStep extends StackStep {

	private final CacheSecrets secrets = new CacheSecrets();

	CacheStep(AwsAccounts accounts) {
		super(accounts, new StackReconciler("cache", Template.of(CacheStep.class, "cache.yaml")));
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("cache", "Cache and broker", "A Valkey cache in the private network that also serves as Celery broker.",
					Cache.class)
			.needs(Network.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return plan.usesCache();
	}

	@Override
	protected Map<String, String> parameters(Outlook outlook) {
		return Parameters.named(outlook)
			.with(Map.of("NodeType", outlook.plan().sizes().cacheNode()))
			.inside(outlook)
			.values();
	}

	@Override
	protected Map<String, String> secrets(StepContext context) {
		return Map.of("Password", this.secrets.password(context, aws(context).secrets()));
	}

	@Override
	protected Fact fact(StepContext context, Stack stack) {
		String host = stack.output("Endpoint");
		int port = Integer.parseInt(stack.output("Port"));
		return new Cache(host, port, this.secrets.address(context, aws(context).secrets(), host, port));
	}

	/** The password goes last: as long as the cache stands, somebody may need it. */
	@Override
	public StepResult undo(StepContext context) {
		StepResult result = super.undo(context);
		if (result instanceof StepResult.Done) {
			this.secrets.delete(context, aws(context).secrets());
		}
		return result;
	}

}
