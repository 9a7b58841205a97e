package io.shiplift.migration.web;

import io.shiplift.credentials.SecretStore;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.forecast.Rehearsals;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Look;
import io.shiplift.source.SourceDatabaseCheck;

import org.springframework.stereotype.Component;

/**
 * Looks at the source database for the question how it moves, which no other question
 * needs to wait for.
 */
@Component
class Looks {

	private static final String METHOD = "method";

	private final SourceDatabaseCheck check;

	private final Connections connections;

	private final SecretStore secrets;

	private final Facts facts;

	Looks(SourceDatabaseCheck check, Connections connections, SecretStore secrets, Facts facts) {
		this.check = check;
		this.connections = connections;
		this.secrets = secrets;
		this.facts = facts;
	}

	/** The draft with what its question rests on. */
	Draft at(Draft draft, String question) {
		if (!question.equals(METHOD)) {
			return draft;
		}
		String id = draft.migration().id();
		Look look = new Look(database(id, draft), Rehearsals.of(this.facts.kept(id, DataCopied.class),
				this.facts.kept(id, DataVerified.class), this.facts.kept(id, SchemaMigrated.class)));
		return new Draft(draft.migration(), draft.setting().seen(look));
	}

	private DatabaseFacts database(String id, Draft draft) {
		Answers answers = draft.answers();
		String source = "source";
		if (!"address".equals(answers.value(source, "kind"))) {
			return this.check.look(this.connections.of(id), draft.setting().app().name());
		}
		return this.check.look(new DatabaseAddress(answers.value(source, "host"),
				Integer.parseInt(answers.value(source, "port")), answers.value(source, "database"),
				answers.value(source, "user"), this.secrets.read(id, answers.value(source, "credentialId"))));
	}

}
