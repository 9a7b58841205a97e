package io.shiplift.repository.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Concludes from the settings of Django what matters on another platform.
 */
class DjangoReader {

	private static final List<String> SHOWN = List.of("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT",
			"SECURE_REDIRECT_EXEMPT", "SECURE_PROXY_SSL_HEADER", "CSRF_TRUSTED_ORIGINS", "USE_X_FORWARDED_HOST",
			"SESSION_ENGINE", "CONN_MAX_AGE", "MEDIA_ROOT", "MEDIA_URL", "STATIC_ROOT", "STATIC_URL",
			"DEFAULT_FILE_STORAGE", "STATICFILES_STORAGE", "STORAGES", "WSGI_APPLICATION", "ASGI_APPLICATION",
			"ROOT_URLCONF", "LOGGING", "EMAIL_BACKEND", "EMAIL_HOST", "ADMIN_URL", "DATA_UPLOAD_MAX_MEMORY_SIZE");

	private final Settings settings;

	private final Conclusions found;

	private final Words words;

	DjangoReader(Settings settings, Conclusions found) {
		this.settings = settings;
		this.found = found;
		this.words = new Words(settings);
	}

	void read() {
		SHOWN.forEach((name) -> this.settings.find(name).ifPresent((setting) -> setting(name, setting)));
		each("DATABASES", this::database);
		each("CACHES", (alias, setting) -> add(Topic.CACHE, alias,
				this.settings.entry("CACHES", alias, "BACKEND").orElse(setting)));
		each("CACHES", (alias, setting) -> this.settings.entry("CACHES", alias, "LOCATION")
			.ifPresent((location) -> add(Topic.SETTING, "CACHES." + alias + ".LOCATION", location)));
		secrets();
		uploads();
		staticFiles();
		heroku();
	}

	private void setting(String name, Setting setting) {
		add(Topic.SETTING, name, setting);
	}

	private void database(String alias, Setting setting) {
		Optional<Setting> engine = this.settings.entry("DATABASES", alias, "ENGINE");
		add(Topic.DATABASE, alias, engine.filter((any) -> Variable.in(setting.value()).isEmpty()).orElse(setting));
		for (String key : List.of("CONN_MAX_AGE", "ATOMIC_REQUESTS", "CONN_HEALTH_CHECKS")) {
			this.settings.entry("DATABASES", alias, key)
				.ifPresent((entry) -> add(Topic.SETTING, "DATABASES." + alias + "." + key, entry));
		}
		if (setting.value() instanceof Expression.Call call) {
			call.named().forEach((key, value) -> {
				if (key.startsWith("conn_")) {
					add(Topic.SETTING, "DATABASES." + alias + "." + key.toUpperCase(java.util.Locale.ROOT),
							setting.with(value));
				}
			});
		}
	}

	private void each(String name, BiConsumer<String, Setting> visitor) {
		Map<String, Setting> entries = new java.util.LinkedHashMap<>();
		this.settings.find(name).ifPresent((setting) -> {
			if (this.settings.resolved(setting.value()) instanceof Expression.Mapping mapping) {
				mapping.entries()
					.forEach((alias, value) -> entries.put(named(alias), setting.with(this.settings.resolved(value))));
			}
			else {
				entries.put("default", setting);
			}
		});
		this.settings.names()
			.stream()
			.filter((target) -> target.matches(name + "\\.[\\w-]+"))
			.forEach((target) -> this.settings.find(target)
				.ifPresent((setting) -> entries.put(target.substring(name.length() + 1), setting)));
		entries.forEach(visitor);
	}

	/** The alias itself, or the text behind a name that is used as one. */
	private String named(String alias) {
		return alias.matches("[A-Z_]+")
				? this.settings.find(alias).flatMap((known) -> known.value().text()).orElse(alias) : alias;
	}

	private void secrets() {
		for (String name : this.settings.names()) {
			for (Setting setting : this.settings.all(name)) {
				secret(name.substring(name.lastIndexOf('.') + 1), setting.value(), setting);
			}
		}
	}

	private void secret(String name, Expression value, Setting setting) {
		switch (value) {
			case Expression.Text text when Settings.hidden(name, text.value()) && hard(name, text.value()) -> {
				Place place = new Place(setting.file().path(), text.place().line());
				this.found.add(Topic.HARD_CODED_SECRET, name, "hard-coded at line " + place.line(), place,
						used(setting) ? Confidence.CERTAIN : Confidence.LIKELY);
			}
			case Expression.Mapping mapping -> mapping.entries().forEach((key, entry) -> secret(key, entry, setting));
			case Expression.Sequence sequence -> sequence.items().forEach((entry) -> secret(name, entry, setting));
			case Expression.Call call when Variable.of(call).isPresent() -> {
				Expression fallback = Variable.of(call).get().fallback();
				if (fallback != null) {
					secret(name, fallback, setting);
				}
			}
			default -> {
			}
		}
	}

	/** Whether production takes this value, and no later one. */
	private boolean used(Setting setting) {
		return setting.branch() != Branch.DEVELOPMENT && this.settings.find(setting.name())
			.filter((last) -> last.assignment() == setting.assignment())
			.isPresent();
	}

	/** Whether a text is a secret itself and not the path or name of something. */
	private static boolean hard(String name, String value) {
		boolean local = value
			.matches("\\w+://[^@]*@?(localhost|127\\.0\\.0\\.1|db|postgres|redis|rabbitmq|rabbit)?([:/].*|$)")
				|| value.contains("{");
		if (local || value.length() < 8 && !name.matches("SECRET_KEY|.*PASSWORD")
				|| value.matches("[\\w/.-]+\\.[a-z]{2,5}")) {
			return false;
		}
		boolean path = value.matches("[a-z_]+(\\.\\w+)+|/.*|[a-z][a-z_-]{0,12}|[A-Z][A-Z0-9_]+|\\{.*|.*%[(]\\w+[)]s.*");
		return !path || name.matches("SECRET_KEY|.*PASSWORD");
	}

	private void uploads() {
		List<Setting> storages = storages();
		Map<String, Setting> kinds = new java.util.LinkedHashMap<>();
		for (Setting storage : storages) {
			String backend = this.words.of("", storage.value());
			kinds.putIfAbsent(backend.matches("(?i).*(s3|boto).*") ? "s3" : backend, storage);
		}
		if (kinds.isEmpty()) {
			this.settings.find("MEDIA_ROOT").ifPresent((setting) -> add(Topic.UPLOADS, "local", setting));
		}
		kinds.forEach((kind, setting) -> add(Topic.UPLOADS, kind, setting));
	}

	/** Storages that are not the local disk; several if config vars choose among them. */
	private List<Setting> storages() {
		Optional<Setting> chosen = this.settings.entry("STORAGES", "default", "BACKEND")
			.or(() -> this.settings.find("DEFAULT_FILE_STORAGE"));
		List<Setting> all = new ArrayList<>();
		for (String name : List.of("STORAGES.default.BACKEND", "STORAGES.default", "STORAGES",
				"DEFAULT_FILE_STORAGE")) {
			this.settings.all(name)
				.stream()
				.filter((setting) -> setting.branch() == Branch.PRODUCTION || setting.branch() == Branch.MAYBE)
				.flatMap((setting) -> backend(setting).stream())
				.forEach(all::add);
		}
		chosen.ifPresent(all::add);
		return all.stream()
			.filter((setting) -> !this.words.of("", setting.value()).contains("FileSystemStorage"))
			.toList();
	}

	/** The class that keeps uploads, inside of what was assigned. */
	private Optional<Setting> backend(Setting setting) {
		Expression value = this.settings.resolved(setting.value());
		for (String key : List.of("default", "BACKEND")) {
			if (value instanceof Expression.Mapping mapping && mapping.entries().containsKey(key)) {
				value = this.settings.resolved(mapping.entries().get(key));
			}
		}
		return (value instanceof Expression.Mapping) ? Optional.empty() : Optional.of(setting.with(value));
	}

	private void add(Topic topic, String value, Setting setting, String name) {
		this.found.add(topic, name, value, setting.place(), confidence(setting));
	}

	private void add(Topic topic, String name, Setting setting) {
		if (topic == Topic.UPLOADS) {
			add(topic, name, setting, "");
		}
		else {
			add(topic, this.words.of(name.substring(name.lastIndexOf('.') + 1), setting.value()), setting, name);
		}
	}

	private static Confidence confidence(Setting setting) {
		return (setting.branch() == Branch.ALWAYS) ? Confidence.CERTAIN : Confidence.LIKELY;
	}

	private void staticFiles() {
		Optional<Setting> storage = this.settings.entry("STORAGES", "staticfiles", "BACKEND")
			.or(() -> this.settings.find("STATICFILES_STORAGE"));
		boolean whitenoise = this.settings.texts("MIDDLEWARE").stream().anyMatch((text) -> text.contains("whitenoise"))
				|| this.settings.texts("MIDDLEWARE_CLASSES").stream().anyMatch((text) -> text.contains("whitenoise"));
		Optional<Setting> middleware = this.settings.find("MIDDLEWARE")
			.or(() -> this.settings.find("MIDDLEWARE_CLASSES"));
		if (whitenoise) {
			middleware.ifPresent((setting) -> add(Topic.STATIC_FILES, "whitenoise", setting, ""));
		}
		else if (storage.isPresent()) {
			String backend = this.words.of("", storage.get().value());
			add(Topic.STATIC_FILES, backend.matches("(?i).*(s3|boto).*") ? "s3" : "django", storage.get(), "");
		}
		else {
			this.settings.find("STATIC_ROOT").ifPresent((setting) -> add(Topic.STATIC_FILES, "none", setting, ""));
		}
	}

	/** What django-heroku sets without saying so. */
	private void heroku() {
		this.settings.files().forEach((file) -> file.uses((expression, line) -> {
			if (expression instanceof Expression.Call call
					&& call.function().dotted().matches("django_(on_)?heroku\\.settings")) {
				Place place = new Place(file.path(), line);
				this.found.certain(Topic.SETTING, "django_heroku",
						"sets databases, static files, hosts, logging and tests by itself", place);
				this.found.likely(Topic.DATABASE, "default", "$DATABASE_URL", place);
				this.found.likely(Topic.STATIC_FILES, "", "whitenoise", place);
			}
		}));
	}

}
