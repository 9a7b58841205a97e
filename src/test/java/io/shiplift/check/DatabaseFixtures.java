package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of database find something.
 */
final class DatabaseFixtures {

	private DatabaseFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("database-movable", (seen) -> seen.problem("The role may not read table shop_order."));
		fixtures.broken("database-version", (seen) -> seen.version(13), (seen) -> seen.version(9));
		fixtures.broken("extensions", (seen) -> seen.extension("timescaledb", "public"));
		fixtures.broken("heroku-schema", (seen) -> seen.extension("citext", "heroku_ext"));
		fixtures.broken("database-storage", (seen) -> seen.bytes(60L << 30));
		fixtures.broken("keyless-tables", (seen) -> seen.keyless("public.log"),
				(seen) -> seen.keyless("public.log").answer("method", "method", "AHEAD"));
		fixtures.broken("invalid-indexes", (seen) -> seen.invalidIndex("public.shop_order_number"));
		fixtures.broken("sequences", (seen) -> seen.fullestSequence(91));
		fixtures.broken("large-objects", (seen) -> seen.largeObjects(12));
		fixtures.broken("encoding", (seen) -> seen.encoding("SQL_ASCII"));
		fixtures.broken("collation", (seen) -> seen.collation("de_DE.iso88591"));
		fixtures.broken("connections", (seen) -> seen.connections(20, 19));
		fixtures.broken("several-databases",
				(seen) -> seen.secondDatabase("postgresql-2", "HEROKU_POSTGRESQL_BLUE_URL"));
		fixtures.broken("followers", (seen) -> seen.follower("postgresql-follower-1"));
		fixtures.broken("database-attachments", (seen) -> seen.attachment("DATABASE", "postgresql-1", "reports", ""));
		fixtures.broken("database-credentials",
				(seen) -> seen.attachment("READONLY", "postgresql-1", "shop", "credential:ro"));
		fixtures.broken("database-maintenance", (seen) -> seen.databaseMaintenance(3));
		fixtures.broken("schemas", (seen) -> seen.schemas(400));
		fixtures.broken("largest-table", (seen) -> seen.bytes(20L << 30).table("public.events", 18L << 30));
		fixtures.broken("sqlite", (seen) -> seen.withoutAddOn("postgresql-1")
			.code(Topic.DATABASE, "default", "django.db.backends.sqlite3"));
		fixtures.broken("other-databases", (seen) -> seen.addOn("jawsdb-1", "jawsdb", "leopard", 1000));
		fixtures.broken("database-scheme", (seen) -> seen.needs("database-scheme"));
		fixtures.broken("pooling", (seen) -> seen.set("DATABASE_CONNECTION_POOL_URL"));
	}

}
