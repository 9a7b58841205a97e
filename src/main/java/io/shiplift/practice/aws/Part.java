package io.shiplift.practice.aws;

import java.util.Set;

import io.shiplift.aws.Template.DeletionPolicy;

/**
 * A resource of a practice stack, with the logical ids it came after.
 */
record Part(String id, String type, String physicalId, Set<String> after, DeletionPolicy policy) {

	boolean of(String wanted) {
		return this.type.equals(wanted);
	}

}
