package io.shiplift.connection.web;

import java.util.Optional;

import io.shiplift.aws.RoleArn;
import io.shiplift.connection.AwsConnections;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.Member;

import org.springframework.validation.Errors;

/**
 * The role that somebody pasted.
 */
record RoleForm(String roleArn) {

	RoleForm {
		roleArn = (roleArn != null) ? roleArn.strip() : "";
	}

	/** Tries the role and keeps it; what is wrong stands at the field. */
	void keep(AwsConnections connections, AwsConnection connection, Member member, Errors errors) {
		Optional<RoleArn> arn = RoleArn.of(this.roleArn);
		String account = connection.place().accountId();
		if (this.roleArn.isEmpty()) {
			errors.rejectValue("roleArn", "missing",
					"Paste the ARN of the role. The stack shows it under Outputs, as RoleArn.");
		}
		else if (arn.isEmpty()) {
			errors.rejectValue("roleArn", "shape",
					"This is no ARN of a role. It looks like arn:aws:iam::" + account + ":role/shiplift-...");
		}
		else if (!arn.get().accountId().equals(account)) {
			errors.rejectValue("roleArn", "elsewhere", "This role is in account " + arn.get().accountId()
					+ ", but this connection is for account " + account + ". Begin another connection for that one.");
		}
		else {
			try {
				connections.role(connection, this.roleArn, member);
			}
			catch (OutsideProblem ex) {
				errors.rejectValue("roleArn", "refused", ex.getMessage());
			}
		}
	}

}
