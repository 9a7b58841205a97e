package io.shiplift.check.cache;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

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
		return Verdict.each(context.addOns("cloudamqp", "rabbitmq-bigwig"), SourceApp.AddOn::name,
				Finding.info("Tasks go through RabbitMQ of a vendor.",
						"Keep it: the address works from AWS too. Before the Heroku app is deleted, make a"
								+ " contract with the vendor, as the add-on ends with the app."));
	}

}
