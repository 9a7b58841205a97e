package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of processes find something.
 */
final class ProcessesFixtures {

	private ProcessesFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("web-process",
				(seen) -> seen.without("web").process("worker", "celery -A shop worker", 1, "Standard-1X"));
		fixtures.broken("web-stopped", (seen) -> seen.process("web", "gunicorn shop.wsgi", 0, "Standard-1X"));
		fixtures.broken("release-command", (seen) -> seen.process("release", "bin/release", 0, "Standard-1X"),
				(seen) -> seen.process("release", "python manage.py migrate --noinput", 0, "Standard-1X"));
		fixtures.broken("worker-count", (seen) -> seen.process("worker", "celery -A shop worker", 3, "Standard-1X"));
		fixtures.broken("beat", (seen) -> seen.process("beat", "celery -A shop beat", 1, "Standard-1X"),
				(seen) -> seen.process("worker", "celery -A shop worker -B", 2, "Standard-1X"),
				(seen) -> seen.answer("web", "count", "1")
					.process("worker", "celery -A shop worker --beat", 1, "Standard-1X")
					.process("beat", "celery -A shop beat", 1, "Standard-1X"));
		fixtures.broken("clock", (seen) -> seen.process("clock", "python clock.py", 1, "Standard-1X"));
		fixtures.broken("scheduled-jobs",
				(seen) -> seen.addOn("scheduler-1", "scheduler", "standard", 0).jobs("python manage.py clearsessions"),
				(seen) -> seen.addOn("scheduler-1", "scheduler", "standard", 0)
					.detail("scheduler-1", "provisioned", true));
		fixtures.broken("heroku-cli",
				(seen) -> seen.process("worker", "heroku ps:restart web && python work.py", 1, "Standard-1X"));
		fixtures.broken("procfile", (seen) -> seen.code(Topic.PROCESS, "web", "gunicorn new.wsgi"));
		fixtures.broken("port",
				(seen) -> seen.process("web", "gunicorn shop.wsgi --bind 0.0.0.0:5000", 2, "Standard-1X"));
		fixtures.broken("development-server",
				(seen) -> seen.process("web", "python manage.py runserver 0.0.0.0:$PORT", 2, "Standard-1X"));
		fixtures.broken("asgi",
				(seen) -> seen.process("web", "daphne -p $PORT shop.asgi:application", 2, "Standard-1X"));
		fixtures.broken("idle-processes", (seen) -> seen.process("import", "python import.py", 0, "Standard-1X"));
		fixtures.broken("wrapper",
				(seen) -> seen.process("web", "bin/start-nginx gunicorn shop.wsgi", 2, "Standard-1X"));
		fixtures.broken("timeout", (seen) -> seen.process("web", "gunicorn shop.wsgi --timeout 120", 2, "Standard-1X"));
	}

}
