package io.shiplift.journal;

import io.shiplift.security.PeopleChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what happens to people and teams into the journal, in the same commit.
 */
@Component
class PeopleRecord {

	private final Journal journal;

	PeopleRecord(Journal journal) {
		this.journal = journal;
	}

	@EventListener
	void write(PeopleChanged change) {
		this.journal.write(JournalKind.PEOPLE, Subject.team(change.teamId()), change.byName(), change.text());
	}

}
