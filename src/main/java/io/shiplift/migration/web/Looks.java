package io.shiplift.migration.web;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.credentials.SecretStore;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.forecast.Rehearsals;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Look;
import io.shiplift.plan.Setting;
import io.shiplift.source.SourceDatabaseCheck;
import io.shiplift.source.SourceInspector;

import org.springframework.stereotype.Component;

/**
 * Looks at what only some questions rest on, so that no other one has to wait for it.
 */
@Component
class Looks {

	private static final String METHOD = "method";

	private static final String SOURCE = "source";

	private static final String APP = "app";

	private final SourceDatabaseCheck check;

	private final SourceInspector inspector;

	private final Connections connections;

	private final SecretStore secrets;

	private final Facts facts;

	private final KeptLooks kept;

	Looks(SourceDatabaseCheck check, SourceInspector inspector, Connections connections, SecretStore secrets,
			Facts facts, Clock clock) {
		this.kept = new KeptLooks(clock);
		this.check = check;
		this.inspector = inspector;
		this.connections = connections;
		this.secrets = secrets;
		this.facts = facts;
	}

	/** Forgets what was seen, so that the next look is a new one. */
	void again(Draft draft) {
		this.kept.forget(draft.migration().id());
	}

	/** The draft with what its question rests on, which may be some minutes old. */
	Draft at(Draft draft, String question) {
		String id = draft.migration().id();
		if (question.equals(APP)) {
			return new Draft(draft.migration(),
					new Setting(this.inspector.apps(this.connections.of(id)), draft.setting().source(), draft.answers())
						.with(draft.setting().known()));
		}
		if (!question.equals(METHOD)) {
			return draft;
		}
		KeptLooks.Seen database = recent(id, draft);
		Look look = new Look(
				database.facts(), Rehearsals.of(this.facts.kept(id, DataCopied.class),
						this.facts.kept(id, DataVerified.class), this.facts.kept(id, SchemaMigrated.class)),
				database.at());
		return new Draft(draft.migration(), draft.setting().seen(look));
	}

	private KeptLooks.Seen recent(String id, Draft draft) {
		Map<String, String> source = new TreeMap<>(draft.answers().of(SOURCE));
		source.put("app", draft.setting().app().name());
		return this.kept.of(id, source, () -> database(id, draft));
	}

	private DatabaseFacts database(String id, Draft draft) {
		Answers answers = draft.answers();
		String kind = answers.value(SOURCE, "kind");
		if ("file".equals(kind)) {
			return DatabaseFacts.unreachable("The data comes from a file.");
		}
		if (!"address".equals(kind)) {
			return this.check.look(this.connections.of(id), draft.setting().app().name());
		}
		return this.check
			.look(new DatabaseAddress(DatabaseEngine.of(answers.value(SOURCE, "engine")), answers.value(SOURCE, "host"),
					Integer.parseInt(answers.value(SOURCE, "port")), answers.value(SOURCE, "database"),
					answers.value(SOURCE, "user"), this.secrets.read(id, answers.value(SOURCE, "credentialId"))));
	}

}
