package io.shiplift.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Model;
import io.shiplift.forecast.Prediction;
import io.shiplift.forecast.Span;
import io.shiplift.mover.Shape;
import io.shiplift.plan.Plan.SourceDatabase.Depth;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import org.jspecify.annotations.Nullable;

/**
 * How the data moves.
 */
class MethodTopic implements Topic {

	static final String KEY = "method";

	private static final String SHAPE = "shape";

	private final List<MoveMethod> methods;

	MethodTopic(List<MoveMethod> methods) {
		this.methods = methods.stream().sorted(Comparator.comparing(MoveMethod::method)).toList();
	}

	@Override
	public String key() {
		return KEY;
	}

	/** Where the data comes from a file, there is nothing to choose. */
	@Override
	public Set<String> restsOn() {
		return Set.of(AppTopic.KEY, SourceTopic.KEY);
	}

	@Override
	public Question ask(Setting setting) {
		if (SourceTopic.fromFile(setting.answers())) {
			return restored();
		}
		Look look = setting.look();
		DatabaseEngine engine = SourceTopic.engine(setting.answers());
		List<Question.Option> options = this.methods.stream().map((method) -> option(method, engine, look)).toList();
		List<Question.Field> fields = new ArrayList<>();
		fields.add(Question.Field.radio(KEY, "How the data moves", options, Method.WINDOW.name(),
				"It asks the least of the source and suits every database."));
		if (engine == DatabaseEngine.MYSQL) {
			fields.add(shapes());
		}
		fields.add((look != null && look.database().reachable())
				? ProofDepths.field(predict(Method.WINDOW, look), predict(Method.AHEAD, look))
				: ProofDepths.field(null, null));
		if (engine == DatabaseEngine.POSTGRES) {
			fields.add(SafetyChoice.field(look));
		}
		fields.addAll(OwnQuestions.fields());
		return new Question(KEY, "How does the data move?",
				"Every copy is compared with its source, row by row, before any traffic moves.", Question.Layout.FIELDS,
				fields, (look != null) ? LookNotes.of(look, storage(setting)) : List.of());
	}

	@Override
	public Map<String, String> following(Answers answers) {
		return SourceTopic.fromFile(answers) ? Map.of(KEY, Method.BACKUP.name()) : Map.of();
	}

	/** An uploaded file can only be restored, and there is no source to ask or keep. */
	private static Question restored() {
		return new Question(KEY, "How does the data move?",
				"The backup that you uploaded is restored while the app is down, and compared with the file.",
				Question.Layout.FIELDS,
				List.of(Question.Field.radio(KEY, "How the data moves",
						List.of(new Question.Option(Method.BACKUP.name(), "Restored from the uploaded backup",
								"Nothing else is possible with a file.")),
						Method.BACKUP.name(), "The data comes from a file.")));
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Map<String, String> all = SafetyChoice.completed(typed);
		all.putIfAbsent(ProofDepths.KEY, Depth.FAST.name());
		Reply reply = Typed.check(ask(setting), all);
		for (Map.Entry<String, String> error : OwnQuestions.errors(typed).entrySet()) {
			reply = Typed.also(reply, error.getKey(), error.getValue());
		}
		return reply;
	}

	private static Question.Field shapes() {
		return Question.Field.radio(SHAPE, "Tables on the target", List.of(
				new Question.Option(Shape.CONVERTED.name(), "Like those of the source",
						"They are made from the source's, each type turned into PostgreSQL's."),
				new Question.Option(Shape.MIGRATED.name(), "Made by the app's own migrations",
						"The app's release command makes them first. Choose it if the app's models run on PostgreSQL as they are.")),
				Shape.CONVERTED.name(), "It needs nothing of the app.");
	}

	private static Question.Option option(MoveMethod method, DatabaseEngine engine, @Nullable Look look) {
		if (look == null || !look.database().reachable()) {
			return new Question.Option(method.method().name(), method.title(), method.effect(),
					Obstacles.of(method, engine));
		}
		DatabaseFacts database = look.database();
		String obstacle = (database.foreign() && engine == DatabaseEngine.POSTGRES) ? Obstacles.MYSQL_BEHIND_HEROKU
				: Obstacles.of(method, database);
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
				database.tables().size(), database.streams());
		return Model.of(look.past()).predict(method.name(), load);
	}

	private static int storage(Setting setting) {
		String answer = setting.answers().value(DatabaseTopic.KEY, "storage");
		return answer.isEmpty() ? 0 : Integer.parseInt(answer);
	}

	/** Who decides about tables that are converted. */
	static Shape shape(Answers answers) {
		String chosen = answers.value(KEY, SHAPE);
		return chosen.isEmpty() ? Shape.CONVERTED : Shape.valueOf(chosen);
	}

	/** The chosen way; before there was a choice it was the window. */
	static Method method(Answers answers) {
		String chosen = answers.value(KEY, KEY);
		return chosen.isEmpty() ? Method.WINDOW : Method.valueOf(chosen);
	}

}
