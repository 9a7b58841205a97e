package io.shiplift.repository.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Finds the WSGI and ASGI applications and a path that shows whether the app is well.
 */
class SiteReader implements Reader {

	private static final Pattern HEALTH = Pattern.compile(
			"\\^?/?((?!(?:.*/)?(?:settings|admin|celery|users?|orders?|accounts?)/)(?:[\\w-]+/)*_*(?:health[\\w-]*|healthz|heartbeat|status|ping|livez?|readyz?|alive|up|ht|lbheartbeat|__heartbeat__|-/health)_*)(/?\\??)\\$?");

	/** Files that answer before Django looks for a path. */
	private static final Pattern BEFORE = Pattern.compile("(.*/)?(asgi|wsgi)(/__init__)?\\.py|.*middleware.*");

	private static final Pattern SERVER = Pattern.compile(
			".*\\b(?:gunicorn|uwsgi|uvicorn|daphne|waitress-serve|hypercorn)\\b.*?\\s([A-Za-z_][\\w.]*(?:wsgi|asgi)[\\w.]*(?::\\w+)?)\\b.*");

	@Override
	public void read(Sources sources, Conclusions found) {
		served(found.all(Topic.PROCESS), found);
		served(found.all(Topic.CONTAINER), found);
		application(sources, "wsgi.py", Topic.WSGI, found);
		application(sources, "asgi.py", Topic.ASGI, found);
		for (PythonFile file : sources.code()) {
			if (file.path().matches("(.*/)?(urls|routes|api)[^/]*\\.py|(.*/)?urls/.*|.*middleware.*")) {
				file.uses((expression, line) -> health(file, expression, line, found));
			}
			if (BEFORE.matcher(file.path()).matches()) {
				file.uses((expression, line) -> answered(file, expression, line, found));
			}
		}
	}

	private static void served(List<Conclusion> commands, Conclusions found) {
		for (Conclusion command : commands) {
			Matcher server = SERVER.matcher(command.value().replaceAll("[\\[\\]\",]+", " "));
			if (server.matches()) {
				Topic topic = server.group(1).contains("asgi") ? Topic.ASGI : Topic.WSGI;
				found.certain(topic, "", object(server.group(1)), new Place(command.file(), command.line()));
			}
		}
	}

	private static String object(String named) {
		return named.contains(":") ? named : named + ":application";
	}

	private void application(Sources sources, String name, Topic topic, Conclusions found) {
		for (String path : sources.tree().texts().keySet()) {
			boolean fits = (path.equals(name) || path.endsWith("/" + name)) && path.startsWith(sources.root());
			if (fits) {
				sources.python(path)
					.stream()
					.flatMap((file) -> file.assignments().stream())
					.filter((assignment) -> assignment.target().matches("app|application") && assignment.global())
					.findFirst()
					.ifPresent((assignment) -> found.likely(topic, "",
							sources.moduleOf(path) + ":" + assignment.target(), new Place(path, assignment.line())));
			}
		}
	}

	private void health(PythonFile file, Expression expression, int line, Conclusions found) {
		if (expression instanceof Expression.Call call
				&& call.function().dotted().matches("(\\w+\\.)?(path|re_path|url)")) {
			call.argument("route", 0)
				.flatMap(Expression::text)
				.map(HEALTH::matcher)
				.filter(Matcher::matches)
				.ifPresent((matcher) -> {
					boolean sure = file.path().endsWith("urls.py") && file.path().split("/").length <= 3;
					path(found, matcher, new Place(file.path(), line), sure);
				});
		}
	}

	/** A path that is compared with, or given to, what answers before Django does. */
	private void answered(PythonFile file, Expression expression, int line, Conclusions found) {
		expression.text()
			.filter((text) -> text.startsWith("/"))
			.map(HEALTH::matcher)
			.filter(Matcher::matches)
			.ifPresent((matcher) -> path(found, matcher, new Place(file.path(), line), false));
	}

	/** The path as it is written: with a slash behind it only if there is one. */
	private void path(Conclusions found, Matcher matcher, Place place, boolean sure) {
		String path = "/" + matcher.group(1) + (matcher.group(2).isEmpty() ? "" : "/");
		found.add(Topic.HEALTH_PATH, "", path, place, sure ? Confidence.LIKELY : Confidence.GUESSED);
	}

}
