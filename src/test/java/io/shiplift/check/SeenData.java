package io.shiplift.check;

import java.util.function.Consumer;

/**
 * What tests say of the databases of an app, in one word each.
 */
abstract class SeenData {

	private final SeenDatabases databases = new SeenDatabases();

	abstract SeenApp self();

	SeenDatabases databases() {
		return this.databases;
	}

	SeenApp database(Consumer<SeenDatabases> change) {
		change.accept(this.databases);
		return self();
	}

	SeenApp version(int major) {
		return database((seen) -> seen.major = major);
	}

	SeenApp bytes(long bytes) {
		return database((seen) -> seen.bytes = bytes);
	}

	SeenApp table(String name, long bytes) {
		return database((seen) -> seen.table(name, bytes));
	}

	SeenApp keyless(String name) {
		return database((seen) -> seen.keyless.add(name));
	}

	SeenApp extension(String name, String schema) {
		return database((seen) -> seen.extension(name, schema));
	}

	SeenApp problem(String sentence) {
		return database((seen) -> seen.problems.add(sentence));
	}

	SeenApp invalidIndex(String name) {
		return database((seen) -> seen.invalidIndexes.add(name));
	}

	SeenApp fullestSequence(int percent) {
		return database((seen) -> seen.fullestSequence = percent);
	}

	SeenApp largeObjects(long count) {
		return database((seen) -> seen.largeObjects = count);
	}

	SeenApp schemas(int count) {
		return database((seen) -> seen.schemas = count);
	}

	SeenApp connections(int limit, int used) {
		return database((seen) -> {
			seen.connections = limit;
			seen.used = used;
		});
	}

	SeenApp encoding(String name) {
		return database((seen) -> seen.encoding = name);
	}

	SeenApp collation(String name) {
		return database((seen) -> seen.collation = name);
	}

	SeenApp follower(String name) {
		return database((seen) -> seen.followers.add(name));
	}

	SeenApp secondDatabase(String addOn, String configVar) {
		return database((seen) -> seen.second(addOn, configVar));
	}

}
