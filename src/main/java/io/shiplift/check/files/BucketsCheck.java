package io.shiplift.check.files;

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
 * Whether files lie in a bucket that goes with its add-on.
 */
@Component
class BucketsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("buckets", Group.FILES, "Buckets of add-ons");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.addOns(AddOnSort.FILES), SourceApp.AddOn::name,
				Finding
					.warning("Files lie in a bucket that belongs to an add-on.",
							"It is deleted with the add-on. Copy it into a bucket of your own before the"
									+ " cutover, and once more in the window.")
					.run("aws s3 sync s3://old-bucket s3://new-bucket"));
	}

}
