package io.shiplift.check.files;

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
 * Whether code writes to a disk that restarts empty.
 */
@Component
class LocalWritesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("local-writes", Group.FILES, "Files written by code", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.FILE_WRITE,
						(write) -> "open".equals(write.name()) && !write.value().startsWith("/tmp")),
				CheckContext::place,
				Finding.info("The code writes files.",
						"What must outlive a restart or be seen by another machine belongs into S3; for"
								+ " the rest use /tmp."));
	}

}
