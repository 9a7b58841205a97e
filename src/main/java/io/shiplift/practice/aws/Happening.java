package io.shiplift.practice.aws;

import java.time.Instant;

/**
 * An event of a stack at its time, which may be still to come.
 */
record Happening(Instant at, String resource, String type, String status, String reason) {

	static final String STACK = "AWS::CloudFormation::Stack";

	boolean ofStack() {
		return this.type.equals(STACK);
	}

}
