package io.shiplift.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceDatabaseSeen.Extension;
import io.shiplift.fact.SourceDatabaseSeen.Figures;
import io.shiplift.fact.SourceDatabaseSeen.Health;
import io.shiplift.fact.SourceDatabaseSeen.Table;
import org.jspecify.annotations.Nullable;

/**
 * The databases of an app as they were seen: one that is well, until a test says
 * otherwise.
 */
final class SeenDatabases {

	final List<String> keyless = new ArrayList<>();

	final List<String> problems = new ArrayList<>();

	final List<String> invalidIndexes = new ArrayList<>();

	final List<String> followers = new ArrayList<>();

	private final List<Extension> extensions = new ArrayList<>(List.of(new Extension("plpgsql", "pg_catalog", "1.0")));

	private final List<Table> tables = new ArrayList<>(List.of(new Table("public.shop_order", 1000, 1L << 20)));

	private final List<SourceDatabaseSeen> others = new ArrayList<>();

	int major = 15;

	long bytes = 1L << 30;

	String encoding = "UTF8";

	String collation = "en_US.UTF-8";

	int fullestSequence = 3;

	long largeObjects;

	int schemas = 1;

	int connections = 120;

	int used = 12;

	@Nullable Instant maintenance;

	private boolean none;

	void clear() {
		this.none = true;
	}

	void table(String name, long size) {
		this.tables.addFirst(new Table(name, 1000, size));
	}

	void extension(String name, String schema) {
		this.extensions.add(new Extension(name, schema, "1.0"));
	}

	void second(String addOn, String configVar) {
		this.others.add(new SourceDatabaseSeen(addOn, configVar, "heroku-postgresql:standard-0", false, List.of(), null,
				Figures.unreachable(List.of())));
	}

	List<SourceDatabaseSeen> all() {
		List<SourceDatabaseSeen> all = new ArrayList<>();
		if (!this.none) {
			all.add(new SourceDatabaseSeen("postgresql-1", "DATABASE_URL", "heroku-postgresql:standard-0", true,
					this.followers, this.maintenance,
					new Figures(true, this.major + ".1", this.major, this.encoding, this.collation, this.bytes, 1000,
							12, this.tables, this.keyless, this.extensions, new Health(this.invalidIndexes, 9,
									this.fullestSequence, this.largeObjects, this.schemas, this.connections, this.used),
							this.problems, List.of())));
			all.addAll(this.others);
		}
		return all;
	}

}
