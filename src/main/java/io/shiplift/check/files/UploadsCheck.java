package io.shiplift.check.files;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether uploads lie on a disk that restarts empty.
 */
@Component
class UploadsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("uploads", Group.FILES, "Uploaded files", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "uploads");
	}

}
