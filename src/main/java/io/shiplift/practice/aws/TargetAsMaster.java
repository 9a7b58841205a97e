package io.shiplift.practice.aws;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.database.PracticeDatabases;

import org.springframework.stereotype.Component;

/**
 * The practice target server, seen as RDS shows it.
 */
@Component
@ConditionalOnPractice
class TargetAsMaster implements TargetServer {

	private final PracticeDatabases databases;

	TargetAsMaster(PracticeDatabases databases) {
		this.databases = databases;
	}

	@Override
	public Master master() {
		DatabaseAddress address = this.databases.targetMaster();
		return new Master(address.host(), address.port(), address.user(), address.password());
	}

}
