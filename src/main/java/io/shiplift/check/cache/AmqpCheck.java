package io.shiplift.check.cache;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnSort;

import org.springframework.stereotype.Component;

/**
 * Whether tasks go through a broker that stays.
 */
@Component
class AmqpCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("amqp", Group.CACHE, "RabbitMQ");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.addOns(AddOnSort.BROKER), SourceApp.AddOn::name,
				Finding.info("Tasks go through RabbitMQ of a vendor, which this version does not move.",
						"If it is kept, both sides take from the same queues: let no worker run on AWS before"
								+ " those on Heroku have stopped. If it is replaced, let the queues run empty first."));
	}

}
