package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shiplift.data.DatabaseEngine;
import io.shiplift.fact.SourceApp;
import io.shiplift.mover.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The frozen answers of one migration with everything derived from them: sizes, resources
 * and costs. What gets approved is the hash of this document.
 */
public record Plan(String migrationId, String name, String target, String region, SourceApp source,
		SourceDatabase database, Sizes sizes, Map<String, ConfigFate> config, Dns dns, String healthPath,
		List<Resource> resources, List<Cost> costs,
		@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Mapping.Absent.class) Mapping mapping) {

	@SuppressWarnings("ConstantValue")
	public Plan {
		mapping = Objects.requireNonNullElse(mapping, Mapping.NONE);
	}

	/** Whether the application needs a cache or Celery broker on AWS. */
	public boolean usesCache() {
		return this.source.addOns().stream().anyMatch((addOn) -> "heroku-redis".equals(addOn.service()))
				&& this.mapping.moves("heroku-redis");
	}

	/** Whether its machines run a clock, of which there must be exactly one. */
	public boolean runsClock() {
		return this.source.processes()
			.stream()
			.anyMatch((process) -> process.quantity() > 0 && process.clock() && this.mapping.runs(process.type()));
	}

	/** How many machines there are under load. */
	public int mostInstances() {
		int usual = this.sizes.webInstances();
		return (usual == 1 && runsClock()) ? 1 : 2 * usual;
	}

	/** How many bytes of Elastic Beanstalk's limit the config vars take; may be empty. */
	public String environmentWords() {
		int bytes = this.mapping.environmentBytes();
		return (bytes != 0) ? EnvironmentSize.words(bytes,
				this.config.values().stream().filter(EnvironmentSize::byReference).count()) : "";
	}

	/**
	 * Where the data comes from: the app's own database, or an address that somebody
	 * typed, whose password lies in the credentials store under {@code credentialId}; and
	 * how it moves. The {@code questions} are a team's own queries whose answers must be
	 * the same on both sides, {@code depth} is how closely a copy is compared, and a
	 * safety copy is kept for {@code safetyDays}, none if that is 0. A plan without them
	 * or without a method is from before there was a choice. A database of MySQL or
	 * MariaDB is the one that has a {@code shape}: who decides about the tables it is
	 * converted to.
	 */
	public record SourceDatabase(Kind kind, String host, int port, String database, String user, String credentialId,
			@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualMethod.class) Method method,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> questions,
			@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualDepth.class) Depth depth,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) Integer safetyDays,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Shape shape) {

		@SuppressWarnings("ConstantValue")
		public SourceDatabase {
			method = Objects.requireNonNullElse(method, Method.WINDOW);
			questions = List.copyOf(Objects.requireNonNullElse(questions, List.of()));
			depth = Objects.requireNonNullElse(depth, Depth.FAST);
			safetyDays = Objects.requireNonNullElse(safetyDays, 0);
		}

		/** A database to whom nobody has questions, proved in the usual way. */
		public SourceDatabase(Kind kind, String host, int port, String database, String user, String credentialId,
				Method method) {
			this(kind, host, port, database, user, credentialId, method, List.of(), Depth.FAST, 0, null);
		}

		/** A database that is copied in the window. */
		public SourceDatabase(Kind kind, String host, int port, String database, String user, String credentialId) {
			this(kind, host, port, database, user, credentialId, Method.WINDOW);
		}

		/** The same with a team's own questions. */
		public SourceDatabase asked(List<String> queries) {
			return new SourceDatabase(this.kind, this.host, this.port, this.database, this.user, this.credentialId,
					this.method, queries, this.depth, this.safetyDays, this.shape);
		}

		/** The same, proved as closely as that. */
		public SourceDatabase proved(Depth closely) {
			return new SourceDatabase(this.kind, this.host, this.port, this.database, this.user, this.credentialId,
					this.method, this.questions, closely, this.safetyDays, this.shape);
		}

		/** The same with a safety copy that is kept for so many days. */
		public SourceDatabase safeFor(int days) {
			return new SourceDatabase(this.kind, this.host, this.port, this.database, this.user, this.credentialId,
					this.method, this.questions, this.depth, days, this.shape);
		}

		/** What becomes of the safety copy, in words. */
		public String safetyWords() {
			return (this.safetyDays > 0) ? "kept for " + this.safetyDays + " days after the cutover" : "none";
		}

		/** The same, to be converted into tables of that shape. */
		public SourceDatabase converted(Shape tables) {
			return new SourceDatabase(this.kind, this.host, this.port, this.database, this.user, this.credentialId,
					this.method, this.questions, this.depth, this.safetyDays, tables);
		}

		/** What kind of server its address leads to. */
		public DatabaseEngine engine() {
			return (this.shape != null) ? DatabaseEngine.MYSQL : DatabaseEngine.POSTGRES;
		}

		/** Who decides about the tables of a database that is converted. */
		public Shape tables() {
			return Objects.requireNonNullElse(this.shape, Shape.CONVERTED);
		}

		/** What happens to a database that is converted, or an empty text. */
		public String conversion() {
			if (this.shape == null) {
				return "";
			}
			return (this.shape == Shape.MIGRATED)
					? "converted to PostgreSQL, into the tables that the app's own migrations make"
					: "converted to PostgreSQL, into tables like the source's";
		}

		/** Where the address comes from. */
		public enum Kind {

			/** Read from Heroku at the time of use. */
			HEROKU,

			/** Typed by a person. */
			ADDRESS,

			/**
			 * An uploaded backup; the name of the database is the SHA-256 of the file.
			 */
			FILE

		}

		/** How closely a copy is compared with its source. */
		public enum Depth {

			/**
			 * A hash over every row; of a copy made ahead those rows that were touched
			 * since it was proved.
			 */
			FAST("proved by a hash of each table"),

			/** The text of every row in the window, down to the rows that differ. */
			DEEP("proved by the text of every row");

			private final String words;

			Depth(String words) {
				this.words = words;
			}

			/** How the data is proved, in words. */
			public String words() {
				return this.words;
			}

		}

		/** How the data moves. */
		public enum Method {

			/** Everything is copied while the app is down. */
			WINDOW("copied while the app is down"),

			/**
			 * Copied while the app runs; only the last changes are left for the window.
			 */
			AHEAD("copied ahead, finished while the app is down"),

			/** Restored from a backup that was taken while the app was down. */
			BACKUP("restored from a backup file");

			private final String words;

			Method(String words) {
				this.words = words;
			}

			/** What becomes of the data, in words. */
			public String words() {
				return this.words;
			}

		}

	}

	/**
	 * Leaves the usual method out of the document, so that older plans keep their hash.
	 */
	static final class UsualMethod {

		@Override
		public boolean equals(@Nullable Object other) {
			return other == null || other == SourceDatabase.Method.WINDOW;
		}

		@Override
		public int hashCode() {
			return 0;
		}

	}

	/**
	 * Leaves the usual depth out of the document, for the same reason.
	 */
	static final class UsualDepth {

		@Override
		public boolean equals(@Nullable Object other) {
			return other == null || other == SourceDatabase.Depth.FAST;
		}

		@Override
		public int hashCode() {
			return 0;
		}

	}

	/** Sizes on AWS; storage in GiB. */
	public record Sizes(String instanceType, int webInstances, String databaseClass, int databaseStorage,
			boolean databaseStandby, String cacheNode) {

	}

	/** What becomes of a config var. */
	public enum ConfigFate {

		/** Copied as a secret. */
		SECRET,

		/** Copied as a plain value. */
		PLAIN,

		/** AWS sets its own value, as for DATABASE_URL. */
		REPLACED,

		/** Left behind. */
		DROPPED,

		/** A new random value that only AWS knows. */
		GENERATED,

		/** A value that a person typed, kept as a secret. */
		ASKED

	}

	/** Host names that move, and the time to live in seconds they get beforehand. */
	public record Dns(List<String> hostNames, long ttl) {

	}

	/** A resource that a step will make. */
	public record Resource(String step, String type, String name) {

	}

	/**
	 * One line of the monthly bill, in US dollars; {@code heroku} is what the same part
	 * costs today.
	 */
	public record Cost(String part, String what, int dollars, int heroku) {

	}

}
