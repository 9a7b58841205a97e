package io.shiplift.mover;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What the mover is to do.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({ @JsonSubTypes.Type(value = CopyJob.class, name = "copy"),
		@JsonSubTypes.Type(value = VerifyJob.class, name = "verify"),
		@JsonSubTypes.Type(value = FileJob.class, name = "file"),
		@JsonSubTypes.Type(value = FileCheckJob.class, name = "file-check"),
		@JsonSubTypes.Type(value = DumpJob.class, name = "dump"),
		@JsonSubTypes.Type(value = AheadJob.class, name = "ahead"),
		@JsonSubTypes.Type(value = FollowJob.class, name = "follow"),
		@JsonSubTypes.Type(value = FinishJob.class, name = "finish"),
		@JsonSubTypes.Type(value = ReleaseJob.class, name = "release"),
		@JsonSubTypes.Type(value = ConvertJob.class, name = "convert"),
		@JsonSubTypes.Type(value = ConvertCheckJob.class, name = "convert-check") })
public sealed interface Job permits CopyJob, VerifyJob, FileJob, FileCheckJob, DumpJob, AheadJob, FollowJob, FinishJob,
		ReleaseJob, ConvertJob, ConvertCheckJob {

}
