package io.shiplift.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * The questions of the wizard in their order. What is open is always judged afresh, so
 * that an answer which no longer fits the app opens by itself.
 */
@Component
public class Questions {

	private final List<Topic> topics;

	/** Every way to move the data that this product has. */
	public Questions(List<MoveMethod> methods) {
		Prices prices = Prices.standard();
		this.topics = List.of(new AppTopic(), new SourceTopic(), new RegionTopic(prices), new ProcessTopic(prices),
				new WebTopic(prices), new DatabaseTopic(prices), new MethodTopic(methods), new AddOnTopic(),
				new ConfigTopic(), new DomainsTopic(), new HealthTopic());
	}

	public List<String> keys() {
		return this.topics.stream().map(Topic::key).toList();
	}

	public boolean exists(String key) {
		return keys().contains(key);
	}

	/** Whether the question can be asked now: all but the first need an app. */
	public boolean askable(String key, Setting setting) {
		return AppTopic.KEY.equals(key) || setting.appChosen();
	}

	public Question ask(String key, Setting setting) {
		Topic topic = topic(key);
		Known.Example example = setting.known().example();
		Question question = topic.ask(setting);
		return (example != null) ? new Likeness(example, topic).over(question) : question;
	}

	/** What stands in the form: the answer if there is one, else the proposal. */
	public Map<String, String> shown(String key, Setting setting) {
		if (!setting.answers().has(key)) {
			return ask(key, setting).proposal();
		}
		return topic(key).shown(setting.answers().of(key));
	}

	/** The answer as it stands, line by line; empty if there is none. */
	public Map<String, String> summary(String key, Setting setting) {
		if (!setting.answers().has(key) || !askable(key, setting)) {
			return Map.of();
		}
		return topic(key).summary(ask(key, setting), shown(key, setting));
	}

	public Reply reply(String key, Setting setting, Map<String, String> typed) {
		return topic(key).reply(setting, typed);
	}

	/** The answer that the data comes from an uploaded backup. */
	public static Reply.Accepted uploaded(String name, String sha256, long bytes) {
		String shown = Typed.clean(name);
		return new Reply.Accepted(Map.of("kind", "file", "name",
				shown.isEmpty() ? "file" : shown.substring(0, Math.min(shown.length(), 100)), "sha256", sha256, "bytes",
				Long.toString(bytes)), null);
	}

	/** Questions without an answer that fits, in order. */
	public List<String> open(Setting setting) {
		return this.topics.stream().filter((topic) -> open(topic, setting)).map(Topic::key).toList();
	}

	public Optional<String> next(Setting setting) {
		return open(setting).stream().findFirst();
	}

	/** The question before this one, for the way back. */
	public Optional<String> before(String key) {
		int index = keys().indexOf(key);
		return (index > 0) ? Optional.of(keys().get(index - 1)) : Optional.empty();
	}

	/**
	 * Keeps an answer and opens those that rested on the old one, or answers them where
	 * the new one leaves no choice.
	 */
	public Change change(Answers answers, String key, Map<String, String> values) {
		if (values.equals(answers.of(key)) && answers.has(key)) {
			return new Change(answers, List.of());
		}
		Set<String> affected = new HashSet<>();
		collect(key, affected);
		Answers changed = answers.without(affected).with(key, values);
		for (Topic topic : this.topics) {
			Map<String, String> following = topic.following(changed);
			if (affected.contains(topic.key()) && !following.isEmpty()) {
				changed = changed.with(topic.key(), following);
			}
		}
		Answers kept = changed;
		return new Change(kept,
				keys().stream()
					.filter((other) -> affected.contains(other) && answers.has(other) && !kept.has(other))
					.toList());
	}

	/** Answers every open question as proposed, as far as there is a proposal. */
	public Answers proposed(Setting setting) {
		Setting current = setting;
		for (Topic topic : this.topics) {
			if (open(topic, current) && askable(topic.key(), current)) {
				Reply reply = topic.reply(current, ask(topic.key(), current).proposal());
				if (reply instanceof Reply.Accepted accepted) {
					current = current.with(current.answers().with(topic.key(), accepted.values()));
				}
			}
		}
		return current.answers();
	}

	/**
	 * Answers what another app of the team says all about, so that only differences are
	 * asked. Without such an app nothing is answered.
	 */
	public Answers alike(Setting setting) {
		Known.Example example = setting.known().example();
		Setting current = setting;
		for (Topic topic : this.topics) {
			if (example != null && !current.answers().has(topic.key()) && askable(topic.key(), current)) {
				Question question = topic.ask(current);
				Likeness likeness = new Likeness(example, topic);
				if (likeness.answers(question) && topic.reply(current,
						likeness.over(question).proposal()) instanceof Reply.Accepted accepted) {
					current = current.with(current.answers().with(topic.key(), accepted.values()));
				}
			}
		}
		return current.answers();
	}

	private boolean open(Topic topic, Setting setting) {
		if (!setting.answers().has(topic.key()) || !askable(topic.key(), setting)) {
			return true;
		}
		Map<String, String> shown = topic.shown(setting.answers().of(topic.key()));
		return topic.reply(setting, shown) instanceof Reply.Refused;
	}

	private void collect(String key, Set<String> affected) {
		for (Topic topic : this.topics) {
			if (topic.restsOn().contains(key) && affected.add(topic.key())) {
				collect(topic.key(), affected);
			}
		}
	}

	private Topic topic(String key) {
		return this.topics.stream()
			.filter((topic) -> Objects.equals(topic.key(), key))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no question " + key));
	}

	/** Answers after a change, and the questions it opened again. */
	public record Change(Answers answers, List<String> reopened) {

		public Change {
			reopened = List.copyOf(new ArrayList<>(reopened));
		}

	}

}
