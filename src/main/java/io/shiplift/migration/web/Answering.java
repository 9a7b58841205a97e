package io.shiplift.migration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.SecretStore;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseEngine;
import io.shiplift.migration.EditedMeanwhile;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Known;
import io.shiplift.plan.Questions;
import io.shiplift.plan.Reply;
import io.shiplift.security.Member;
import io.shiplift.source.SourceDatabaseCheck;

import org.springframework.stereotype.Component;

/**
 * Keeps answers. An answer that somebody else gave since the page was opened is not
 * overwritten; one that only stands beside others' changes is kept with them.
 */
@Component
class Answering {

	private static final String FIELD = "f.";

	private static final int TRIES = 3;

	private final Drafts drafts;

	private final Looks looks;

	private final Questions questions;

	private final Migrations migrations;

	private final SecretStore secrets;

	private final SourceDatabaseCheck check;

	Answering(Drafts drafts, Looks looks, Questions questions, Migrations migrations, SecretStore secrets,
			SourceDatabaseCheck check) {
		this.drafts = drafts;
		this.looks = looks;
		this.questions = questions;
		this.migrations = migrations;
		this.secrets = secrets;
		this.check = check;
	}

	/** The fields of the question among everything that the form sent. */
	static Map<String, String> typed(Map<String, String> form) {
		Map<String, String> typed = new LinkedHashMap<>();
		form.forEach((name, value) -> {
			if (name.startsWith(FIELD)) {
				typed.put(name.substring(FIELD.length()), value);
			}
		});
		return typed;
	}

	Outcome save(Draft draft, String key, Reply.Accepted accepted, String mark, Member member) {
		Draft current = draft;
		for (int attempt = 1;; attempt++) {
			boolean same = !accepted.secretive() && accepted.values().equals(current.answers().of(key));
			if (!same && !current.mark(key).equals(mark) && !repeats(accepted, current, key)) {
				return new Outcome(current, false, List.of());
			}
			try {
				return keep(current, key, accepted, member);
			}
			catch (EditedMeanwhile ex) {
				if (attempt == TRIES) {
					throw ex;
				}
				current = this.drafts.open(draft.migration().id(), member);
			}
		}
	}

	Draft propose(String id, Member member) {
		Draft opened = this.drafts.open(id, member);
		Draft draft = opened.answers().has("app") ? opened : this.looks.at(opened, "app");
		Answers proposed = this.questions.proposed(draft.setting());
		Draft withApp = store(draft, proposed, member, "Took the proposed app");
		Answers all = this.questions.proposed(withApp.setting());
		return store(withApp, all, member, "Took the proposed answers");
	}

	private Draft store(Draft draft, Answers answers, Member member, String what) {
		if (answers.equals(draft.answers())) {
			return draft;
		}
		this.migrations.answer(draft.migration().id(), draft.migration().version(), answers.toJson(), what, member);
		return this.drafts.open(draft.migration().id(), member);
	}

	private Outcome keep(Draft draft, String key, Reply.Accepted accepted, Member member) {
		Reply.Secret secret = accepted.secret();
		Map<String, String> values = (secret != null)
				? accepted.referring(this.secrets.keep(draft.migration().id(), secret.value())) : accepted.values();
		values = withSecrets(draft, values, accepted.more());
		Questions.Change change = this.questions.change(draft.answers(), key, values);
		String what = "Answered: " + this.questions.ask(key, draft.setting()).title();
		Draft stored = store(draft, change.answers(), member, what);
		return new Outcome("app".equals(key) ? alike(stored, member) : stored, true, change.reopened());
	}

	/**
	 * With all that another app of the team says as well, if this one shall be like it.
	 */
	private Draft alike(Draft draft, Member member) {
		Known.Example example = draft.setting().known().example();
		if (example == null) {
			return draft;
		}
		return store(draft, this.questions.alike(draft.setting()), member,
				"Took the answers of " + example.name() + " that fit");
	}

	private Map<String, String> withSecrets(Draft draft, Map<String, String> values,
			Map<String, Reply.Secret> secrets) {
		Map<String, String> all = new LinkedHashMap<>(values);
		secrets.forEach((field, secret) -> all.put(field, this.secrets.keep(draft.migration().id(), secret.value())));
		return all;
	}

	/** What is wrong with a database whose address was typed; empty for other answers. */
	List<String> problems(Reply.Accepted accepted) {
		Reply.Secret secret = accepted.secret();
		if (secret == null) {
			return List.of();
		}
		Map<String, String> values = accepted.values();
		return this.check.problems(new DatabaseAddress(DatabaseEngine.of(values.getOrDefault("engine", "")),
				values.getOrDefault("host", ""), Integer.parseInt(values.getOrDefault("port", "0")),
				values.getOrDefault("database", ""), values.getOrDefault("user", ""), secret.value()));
	}

	/** Whether the same was sent twice, a password aside. */
	private static boolean repeats(Reply.Accepted accepted, Draft draft, String key) {
		Map<String, String> current = new LinkedHashMap<>(draft.answers().of(key));
		current.remove("credentialId");
		current.keySet().removeAll(accepted.more().keySet());
		return draft.answers().has(key) && accepted.values().equals(current);
	}

	/** The draft as it stands now; {@code saved} is false if somebody was quicker. */
	record Outcome(Draft draft, boolean saved, List<String> reopened) {

	}

}
