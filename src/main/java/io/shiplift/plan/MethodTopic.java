package io.shiplift.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Model;
import io.shiplift.forecast.Prediction;
import io.shiplift.forecast.Span;
import io.shiplift.plan.Plan.SourceDatabase.Depth;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import org.jspecify.annotations.Nullable;

/**
 * How the data moves.
 */
class MethodTopic implements Topic {

	static final String KEY = "method";

	private final List<MoveMethod> methods;

	MethodTopic(List<MoveMethod> methods) {
		this.methods = methods.stream().sorted(Comparator.comparing(MoveMethod::method)).toList();
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		Look look = setting.look();
		List<Question.Option> options = this.methods.stream().map((method) -> option(method, look)).toList();
		List<Question.Field> fields = new ArrayList<>();
		fields.add(Question.Field.radio(KEY, "How the data moves", options, Method.WINDOW.name(),
				"It asks the least of the source and suits every database."));
		fields.add((look != null && look.database().reachable())
				? ProofDepths.field(predict(Method.WINDOW, look), predict(Method.AHEAD, look))
				: ProofDepths.field(null, null));
		fields.addAll(OwnQuestions.fields());
		return new Question(KEY, "How does the data move?",
				"Every copy is compared with its source, row by row, before any traffic moves.", Question.Layout.FIELDS,
				fields, (look != null) ? LookNotes.of(look, storage(setting)) : List.of());
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Map<String, String> all = new HashMap<>(typed);
		all.putIfAbsent(ProofDepths.KEY, Depth.FAST.name());
		Reply reply = Typed.check(ask(setting), all);
		for (Map.Entry<String, String> error : OwnQuestions.errors(typed).entrySet()) {
			reply = Typed.also(reply, error.getKey(), error.getValue());
		}
		return reply;
	}

	private static Question.Option option(MoveMethod method, @Nullable Look look) {
		if (look == null || !look.database().reachable()) {
			return new Question.Option(method.method().name(), method.title(), method.effect());
		}
		DatabaseFacts database = look.database();
		String obstacle = Obstacles.of(method, database);
		return new Question.Option(method.method().name(), method.title(),
				method.effect() + (obstacle.isEmpty() ? " " + forecast(method, look) : ""), obstacle);
	}

	private static String forecast(MoveMethod method, Look look) {
		Prediction prediction = predict(method.method(), look);
		return "Forecast: about " + Span.words(prediction.total().likely()) + " without the app ("
				+ prediction.total().words() + "), made from " + prediction.basis() + ".";
	}

	private static Prediction predict(Method method, Look look) {
		DatabaseFacts database = look.database();
		Load load = new Load(database.limits().tableBytes(), database.rows(), database.limits().lateBytes(),
				database.tables().size(), database.limits().streams());
		return Model.of(look.past()).predict(method.name(), load);
	}

	private static int storage(Setting setting) {
		String answer = setting.answers().value(DatabaseTopic.KEY, "storage");
		return answer.isEmpty() ? 0 : Integer.parseInt(answer);
	}

	/** The chosen way; before there was a choice it was the window. */
	static Method method(Answers answers) {
		String chosen = answers.value(KEY, KEY);
		return chosen.isEmpty() ? Method.WINDOW : Method.valueOf(chosen);
	}

}
