package io.shiplift.code;

import io.shiplift.repository.Topic;
import io.shiplift.security.Member;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes what people say instead of what was read, and lets everybody who judges by the
 * code know as soon as it is kept.
 */
@Component
public class CodeCorrections {

	private final CodeScans scans;

	private final ApplicationEventPublisher events;

	CodeCorrections(CodeScans scans, ApplicationEventPublisher events) {
		this.scans = scans;
		this.events = events;
	}

	/** Keeps what a person says instead of what was read. */
	public void correct(String migrationId, Topic topic, String name, String said, String why, Member member) {
		this.scans.correct(migrationId, topic, name, said, why, member);
		this.events.publishEvent(new CodeRead(migrationId));
	}

	/** Lets what was read count again. */
	public void withdraw(String migrationId, Topic topic, String name, Member member) {
		this.scans.withdraw(migrationId, topic, name, member);
		this.events.publishEvent(new CodeRead(migrationId));
	}

}
