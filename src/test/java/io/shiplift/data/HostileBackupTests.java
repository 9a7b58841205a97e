package io.shiplift.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.shiplift.mover.Restored;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for backups that somebody made to do harm: either nothing comes of it or the
 * restore stops with a clear word, and nothing outside the target changes.
 */
class HostileBackupTests {

	@TempDir
	Path home;

	private DatabaseAddress victim;

	private DatabaseAddress source;

	private Path trace;

	private String name;

	@BeforeEach
	void makeSource(TestInfo test) throws Exception {
		this.name = "hostile_" + Integer.toHexString(test.getDisplayName().hashCode());
		this.source = BackupMoveTests.superuser(TestShops.small(this.name));
		this.victim = TestShops.small(this.name + "_other");
		this.trace = this.home.resolve("trace");
		this.home.toFile().setWritable(true, false);
	}

	@Test
	void leavesEventTriggersOut() throws Exception {
		Sql.run(this.source,
				"create function watch() returns event_trigger language plpgsql as $$ begin raise"
						+ " exception 'watched'; end $$",
				"create event trigger watch on ddl_command_end execute function watch()");
		Sql.run(this.source, "alter event trigger watch disable");
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", dump());
		DatabaseAddress target = fresh(looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(restored.leftOut()).contains(new Restored.LeftOut("EVENT TRIGGER - watch backup_super",
				"event trigger: only a superuser can make it"));
		assertThat(Sql.number(target, "select count(*) from pg_event_trigger")).isZero();
		untouched();
	}

	@Test
	void runsNoProgram() throws Exception {
		Sql.run(this.source,
				"create function touch(t text) returns text language plpgsql as $$ begin"
						+ " if current_database() not like 'small%' then copy (select 1) to program 'touch "
						+ this.trace + "'; end if; return t; end $$",
				"create function leak(t text) returns text immutable language plpgsql as $$ begin return public.touch(t); end $$",
				"create index leaking on part_1 (public.leak(word))");
		assertThat(failure()).contains("Indexes and constraints could not be built").contains("external program");
		untouched();
	}

	@Test
	void runsNoProgramThatWasPatchedIntoTheContents() throws Exception {
		Sql.run(this.source, "comment on table part_1 is '" + "x".repeat(300) + "'");
		Path file = dump();
		String command = "COPY (SELECT 1) TO PROGRAM 'touch " + this.trace + "'; --";
		String text = Files.readString(file, StandardCharsets.ISO_8859_1);
		int place = text.indexOf("COMMENT ON TABLE public.part_1 IS");
		Files.writeString(file, text.substring(0, place) + command + text.substring(place + command.length()),
				StandardCharsets.ISO_8859_1);
		assertThat(failure(file)).contains("external program");
		untouched();
	}

	@Test
	void writesNoFileAndMakesNoFunctionOfTheMachine() throws Exception {
		Sql.run(this.source,
				"create function run(cstring) returns int language c strict as '$libdir/citext'," + " 'citext_hash'");
		assertThat(failure()).contains("The tables could not be made").contains("permission denied for language c");
		untouched();
	}

	@Test
	void takesNoCommandsOfPsql() throws Exception {
		Sql.run(this.source, "create table \"x\n\\! touch " + this.trace + "\n\" (a text)",
				"insert into part_1 (word) values (E'\\n\\\\! touch " + this.trace + "\\n\\\\.\\n\\\\! touch "
						+ this.trace + "')",
				"comment on table part_1 is E'\\n\\\\! touch " + this.trace + "\\n'");
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", dump());
		DatabaseAddress target = fresh(looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(backups.check("check", restored, target).differences()).isEmpty();
		untouched();
	}

	@Test
	void isNotMisledByFunctionsNamedLikeThoseOfTheCore() throws Exception {
		for (String function : new String[] { "max(integer)", "setval(regclass, bigint, boolean)", "quote_ident(name)",
				"pg_has_role(oid, oid, text)" }) {
			String arguments = function.substring(function.indexOf('('));
			Sql.run(this.source,
					"create function public." + function + " returns text security definer language plpgsql as"
							+ " $$ begin raise exception 'hijacked'; end $$");
			assertThat(arguments).isNotEmpty();
		}
		Sql.run(this.source, "create function public.yes(int, text) returns boolean language sql as 'select true'",
				"create operator public.= (leftarg = int, rightarg = text, function = public.yes)");
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", dump());
		DatabaseAddress target = fresh(looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(backups.check("check", restored, target).differences()).isEmpty();
		assertThat(Sql.number(target, "select count(*) from pg_proc where prosecdef and proowner::regrole::text = '"
				+ target.user() + "' and pronamespace = 'public'::regnamespace"))
			.isEqualTo(4);
		untouched();
	}

	@Test
	void makesNoExtensionThatReachesOut() throws Exception {
		Sql.run(this.source, "create extension dblink");
		DatabaseFacts facts = DatabaseFacts.of(new Backups(this.home).look("look", dump()).contents());
		assertThat(facts.problems()).singleElement().asString().contains("extension dblink, which reaches out");
	}

	@Test
	void refusesARoleThatMayMoreThanOwnItsDatabase() throws Exception {
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", dump());
		DatabaseAddress target = fresh(looked);
		DatabaseAddress master = TestShops.master();
		assertThat(backups.failure("restore", looked, target.withUser(master.user(), master.password())))
			.contains("restored only by a plain role");
		assertThat(Sql.number(target, "select count(*) from pg_class where relname = 'part_1'")).isZero();
	}

	private String failure() throws Exception {
		return failure(dump());
	}

	private String failure(Path file) throws Exception {
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", file);
		return backups.failure("restore", looked, fresh(looked));
	}

	private Path dump() throws Exception {
		return Backups.dump(this.source, this.home.resolve("hostile.dump"));
	}

	private DatabaseAddress fresh(Restored looked) {
		return Backups.fresh("to_" + this.name, looked);
	}

	/** No file was written, and the database next to it is what it was. */
	private void untouched() throws Exception {
		assertThat(this.trace).doesNotExist();
		assertThat(
				Sql.number(this.victim, "select count(*) from pg_class where relkind = 'r' and relname like 'part%'"))
			.isEqualTo(5);
		assertThat(Sql.number(this.victim, "select count(*) from part_1")).isEqualTo(10);
	}

}
