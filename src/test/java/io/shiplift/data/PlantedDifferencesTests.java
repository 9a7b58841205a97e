package io.shiplift.data;

import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.verify.Verify;
import io.shiplift.mover.work.Report;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a comparison finds and names each difference that is planted into a copy,
 * and nothing else. Everything is planted into one copy, each in a schema of its own.
 */
class PlantedDifferencesTests {

	static final List<Planted> PLANTED = Planted.all();

	private static Comparison comparison;

	private static Comparison byText;

	@BeforeAll
	static void plant() throws SQLException {
		DatabaseAddress source = TestShops.small("planted");
		try (Connection session = TestShops.superuser(source.database());
				Statement statement = session.createStatement()) {
			statement.execute("create extension citext schema public; create extension hstore schema public");
			for (int index = 0; index < PLANTED.size(); index++) {
				statement.execute("create schema " + schema(index));
				run(statement, index, PLANTED.get(index).before());
			}
		}
		DatabaseAddress copy = TestShops.clone(source, "planted_copy");
		try (Connection session = TestShops.superuser(copy.database());
				Statement statement = session.createStatement()) {
			for (int index = 0; index < PLANTED.size(); index++) {
				run(statement, index, PLANTED.get(index).after());
			}
		}
		Side sides = new Side(source, copy);
		comparison = sides.compare(Hash.VALUES);
		byText = sides.compare(Hash.TEXT);
	}

	@ParameterizedTest
	@FieldSource("PLANTED")
	void isFoundAndNamed(Planted planted) {
		List<String> expected = expected(planted);
		assertThat(comparison.differences()).as(planted.what()).containsAll(expected);
		assertThat(byText.differences()).as(planted.what() + ", by text").containsAll(expected);
	}

	@Test
	void nothingElseIsClaimed() {
		List<String> expected = PLANTED.stream().flatMap((planted) -> expected(planted).stream()).toList();
		assertThat(comparison.differences()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(comparison.explained()).extracting(Comparison.Explained::rule)
			.containsExactly("comments of the administrator", "extension versions");
		assertThat(PLANTED).hasSizeGreaterThan(80);
	}

	@Test
	void whatStaysBehindOnPurposeIsShownWithItsRule() throws SQLException {
		DatabaseAddress source = TestShops.small("left");
		DatabaseAddress copy = TestShops.clone(source, "left_copy");
		try (Connection session = TestShops.superuser(source.database());
				Statement statement = session.createStatement()) {
			statement
				.execute("create schema _heroku; create function _heroku.f() returns event_trigger language plpgsql"
						+ " as 'begin end'; create event trigger heroku on ddl_command_end execute function _heroku.f()");
			statement.execute("create extension pg_stat_statements; create publication news for table part_1;"
					+ " create role reader_of_left; grant select on part_1 to reader_of_left;"
					+ " alter database small_left set work_mem = '5MB'; create index never on part_1 (word);"
					+ " update pg_index set indisvalid = false where indexrelid = 'never'::regclass");
		}
		Comparison result = new Side(source, copy).compare(Hash.VALUES);
		assertThat(result.differences()).isEmpty();
		assertThat(result.explained()).extracting(Comparison.Explained::rule)
			.contains("_heroku", "pg_stat_statements", "other servers", "grants", "settings", "unfinished indexes");
		Comparison back = new Side(copy, source).compare(Hash.VALUES);
		assertThat(back.differences()).contains("Event trigger heroku is in the target but not in the source.",
				"Schema of Heroku _heroku is in the target but not in the source.",
				"Index public.never is in the target but not in the source.");
	}

	private static List<String> expected(Planted planted) {
		List<String> expected = new ArrayList<>();
		for (String sentence : planted.expected()) {
			expected.add(sentence.replace("@", schema(PLANTED.indexOf(planted))));
		}
		return expected;
	}

	private static void run(Statement statement, int index, List<String> commands) throws SQLException {
		statement.execute("set search_path = " + schema(index));
		for (String command : commands) {
			try {
				statement.execute(command.replace("@", schema(index)));
			}
			catch (SQLException ex) {
				throw new SQLException(PLANTED.get(index).what() + ": " + ex.getMessage(), ex);
			}
		}
	}

	private static String schema(int index) {
		return "p" + index;
	}

	/**
	 * Compares in this process.
	 */
	private record Side(DatabaseAddress source, DatabaseAddress copy) {

		Comparison compare(Hash hash) {
			DatabaseAddress root = TestShops.administrator();
			VerifyJob job = new VerifyJob(root.withDatabase(this.source.database()).side(),
					root.withDatabase(this.copy.database()).side(), 2, hash, Depth.FAST, List.of(), null, null);
			return new Verify(job, new Report(new PrintStream(OutputStream.nullOutputStream()), new JsonMapper()))
				.run();
		}

	}

}
