package io.shiplift.repository;

/**
 * What a conclusion is about. Where a topic has a name, the conclusion's {@code name}
 * holds it; otherwise it is empty.
 */
public enum Topic {

	/** Which framework the app uses, in lower case: django, flask; none if unknown. */
	FRAMEWORK(Group.STACK, "Framework"),

	/** Version of Python, as it is asked for. */
	PYTHON(Group.STACK, "Python"),

	/** Version of Django, as it is asked for. */
	DJANGO(Group.STACK, "Django"),

	/** A package that is installed; name: package in lower case, value: version. */
	PACKAGE(Group.PACKAGES, "Package"),

	/** The tool that installs packages: pip, poetry, uv, pipenv. */
	INSTALLER(Group.STACK, "Installer"),

	/** A Dockerfile that could build the app; value: what it runs. */
	CONTAINER(Group.STACK, "Container"),

	/** A version of Node.js that the build needs. */
	NODE(Group.STACK, "Node.js"),

	/** A buildpack; value: its address or name. */
	BUILDPACK(Group.STACK, "Buildpack"),

	/** A process; name: its type, value: its command. */
	PROCESS(Group.PROCESSES, "Process"),

	/** What runs before each release. */
	RELEASE_COMMAND(Group.PROCESSES, "Release command"),

	/** What runs while the app is built; name: file or script, value: command. */
	BUILD_STEP(Group.PROCESSES, "Build step"),

	/** Whether static files are collected in the build: yes, no. */
	COLLECTSTATIC(Group.PROCESSES, "Collects static files"),

	/** The Python module with the settings of production. */
	SETTINGS_MODULE(Group.SETTINGS, "Settings module"),

	/** The file of the WSGI application, and its object: shop.wsgi:application. */
	WSGI(Group.SETTINGS, "WSGI application"),

	/** The file of the ASGI application, and its object. */
	ASGI(Group.SETTINGS, "ASGI application"),

	/** A setting of Django; name: its name, value: in short, without secrets. */
	SETTING(Group.SETTINGS, "Setting"),

	/** A secret that stands in the code; name: of the setting. Its value is not kept. */
	HARD_CODED_SECRET(Group.SETTINGS, "Secret in the code"),

	/** A path that answers when the app is well. */
	HEALTH_PATH(Group.SETTINGS, "Health path"),

	/** Where the databases come from; name: alias, value: variable or engine. */
	DATABASE(Group.DATA, "Database"),

	/** A cache; name: alias, value: backend. */
	CACHE(Group.DATA, "Cache"),

	/** The broker of background tasks: variable or address without login. */
	BROKER(Group.DATA, "Broker"),

	/** The Celery application: module. */
	CELERY(Group.PROCESSES, "Celery"),

	/** How often Celery's clock runs tasks; name: entry, value: what and when. */
	SCHEDULE(Group.PROCESSES, "Timed task"),

	/** Where uploaded files go: local, s3, or the name of a storage class. */
	UPLOADS(Group.DATA, "Uploaded files"),

	/** A place that keeps files; name: model and field, or the call that writes. */
	FILE_WRITE(Group.DATA, "Writes files"),

	/** How static files are served: whitenoise, s3, django, none. */
	STATIC_FILES(Group.DATA, "Static files"),

	/** A variable the code reads; name: the variable, value: its default if any. */
	VARIABLE(Group.VARIABLES, "Variable"),

	/** A variable that only Heroku sets; name: the variable. */
	HEROKU_VARIABLE(Group.VARIABLES, "Heroku's own variable"),

	/** An add-on that app.json or heroku.yml asks for; name: service, value: plan. */
	ADD_ON(Group.DATA, "Add-on"),

	/** Something that could not be read, or that stands in the way; a sentence. */
	PROBLEM(Group.PROBLEMS, "Problem");

	private final Group group;

	private final String title;

	Topic(Group group, String title) {
		this.group = group;
		this.title = title;
	}

	public Group group() {
		return this.group;
	}

	public String title() {
		return this.title;
	}

	/**
	 * Topics that are shown together.
	 */
	public enum Group {

		/** What stands in the way. */
		PROBLEMS("What we could not read, or must change"),

		/** Language, framework, build. */
		STACK("What it is built with"),

		/** What runs. */
		PROCESSES("What runs"),

		/** How Django is set up. */
		SETTINGS("How it is set up"),

		/** Databases, caches, files. */
		DATA("Where its data is"),

		/** What it reads from its environment. */
		VARIABLES("Which variables it reads"),

		/** What is installed. */
		PACKAGES("What is installed");

		private final String title;

		Group(String title) {
			this.title = title;
		}

		public String title() {
			return this.title;
		}

	}

}
