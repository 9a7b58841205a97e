package io.shiplift.check.files;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether uploads lie on a disk that restarts empty.
 */
@Component
class UploadsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("uploads", Group.FILES, "Uploaded files", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.scan().losesUploads() ? context.scan().all(Topic.UPLOADS) : List.of(),
				CheckContext::place,
				Finding.warning("Uploaded files go to the local disk: each restart loses them, today as on AWS.",
						"Keep them in S3 (django-storages; the plan makes a bucket and the doctor has a"
								+ " patch). Files that are gone on Heroku cannot be moved."));
	}

}
