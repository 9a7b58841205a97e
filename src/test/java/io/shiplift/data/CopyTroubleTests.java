package io.shiplift.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.shiplift.practice.database.Postmaster;
import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for copies of databases that make it hard, and for servers that fail in the
 * middle.
 */
class CopyTroubleTests {

	@TempDir
	Path home;

	@Test
	void aSourceThatDiesInTheMiddleIsNamed() throws Exception {
		Path directory = Path.of("target", "postgres", "dying-" + ProcessHandle.current().pid());
		Postmaster server = Postmaster.at(directory, PostgresServer.programs());
		try {
			DatabaseAddress source = TestShops.shop(server.running(), "dying");
			DatabaseAddress target = CopyTries.fresh("try_dying", source);
			CopyTries tries = new CopyTries(this.home);
			tries.start(source, target);
			tries.await(target, (state) -> state.phase().equals("rows"));
			server.stopAtOnce();
			MoveState state = tries.await(target, MoveState::over);
			assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
			assertThat(state.message()).as("by the moment, it broke off, or refused a new connection")
				.contains("127.0.0.1:" + source.port())
				.containsAnyOf("that the server", "shutting down");
			CopyTries.drop(target);
		}
		finally {
			server.stopAtOnce();
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	@Test
	void aFullDiskOfTheTargetIsNamed() throws Exception {
		Path disk = Files.createDirectories(this.home.resolve("disk"));
		assumeThat(Command.run(List.of("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString())).worked())
			.as("mounting a small disk needs the right to do so")
			.isTrue();
		try {
			Path place = Files.createDirectory(disk.resolve("place"));
			PostgresServer.giveTo(place);
			PostgresServer.execute("create tablespace small location '" + place + "'");
			DatabaseAddress source = TestShops.shop("disk");
			DatabaseAddress target = CopyTries.fresh("try_disk", source);
			PostgresServer.execute("alter database try_disk set tablespace small");
			MoveState state = new CopyTries(this.home).copied(source, target);
			assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
			assertThat(state.message()).contains("disk of the server at 127.0.0.1").contains("Give it more storage");
			CopyTries.drop(target);
			PostgresServer.execute("drop tablespace small");
		}
		finally {
			Command.run(List.of("umount", disk.toString()));
		}
	}

	@Test
	void aLimitOnTheTimeOfQueriesDoesNotStopACopy() throws Exception {
		DatabaseAddress source = TestShops.shop("limited");
		PostgresServer.execute("alter role " + source.user() + " set statement_timeout = 20",
				"alter role " + source.user() + " set idle_in_transaction_session_timeout = 20",
				"alter role " + source.user() + " set lock_timeout = 20");
		DatabaseAddress target = CopyTries.fresh("try_limited", source);
		CopyTries tries = new CopyTries(this.home);
		MoveState state = tries.copied(source, target);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		tries.assertEqual(source, target);
	}

	@Test
	void aThousandSchemasAreCopied() throws Exception {
		DatabaseAddress source = TestShops.small("thousand");
		for (int part = 0; part < 10; part++) {
			Sql.run(source, """
					do $$ begin
						for n in %d..%d loop
							execute format('create schema tenant_%%s', n);
							execute format('create table tenant_%%s.note (id serial primary key, word text)', n);
							execute format('insert into tenant_%%s.note (word) values (%%L)', n, 'word ' || n);
						end loop;
					end $$""".formatted(part * 100, part * 100 + 99));
		}
		DatabaseAddress target = CopyTries.fresh("try_thousand", source);
		CopyTries tries = new CopyTries(this.home);
		MoveState state = tries.copied(source, target);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		tries.assertEqual(source, target);
		assertThat(Sql.number(target, "select count(*) from tenant_999.note")).isOne();
	}

	@Test
	void partitionsOfPartitionsKeepTheirKeys() throws Exception {
		DatabaseAddress source = TestShops.small("nested");
		Sql.run(source,
				"""
						create table visit (id int, shop int, place int, primary key (id, shop, place)) partition by list (shop);
						create table note (id int primary key, visit int, shop int, place int,
							foreign key (visit, shop, place) references visit);
						do $$ begin
							for shop in 1..12 loop
								execute format('create table visit_%s partition of visit for values in (%s) partition by list (place)',
									shop, shop);
								for place in 1..6 loop
									execute format('create table visit_%s_%s partition of visit_%s for values in (%s)', shop, place,
										shop, place);
								end loop;
							end loop;
						end $$;
						insert into visit select n, 1 + n % 12, 1 + n % 6 from generate_series(1, 600) n;
						insert into note select id, id, shop, place from visit""");
		DatabaseAddress target = CopyTries.fresh("try_nested", source);
		CopyTries tries = new CopyTries(this.home);
		MoveState state = tries.copied(source, target);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		tries.assertEqual(source, target);
	}

	@Test
	void tablesOfAnExtensionAreCopiedOnlyIfSomebodyAddedRows() throws Exception {
		Path extensions = Path.of("target", "postgres", "programs", "share", "postgresql", "extension");
		Files.writeString(extensions.resolve("shiplift_regions.control"),
				"default_version = '1.0'\ntrusted = true\nsuperuser = true\nrelocatable = true\n");
		Files.writeString(extensions.resolve("shiplift_regions--1.0.sql"), """
				create table region (id int primary key, name text);
				insert into region values (1, 'north');
				create table label (id int primary key);
				grant select on region, label to public;
				select pg_catalog.pg_extension_config_dump('region', 'where id >= 1000');
				select pg_catalog.pg_extension_config_dump('label', '');""");
		DatabaseAddress source = TestShops.small("regions");
		PostgresServer.executeIn(source.database(), "create extension shiplift_regions");
		DatabaseAddress target = CopyTries.fresh("try_regions", source);
		CopyTries tries = new CopyTries(this.home);
		assertThat(tries.copied(source, target).message()).isEqualTo("Done");
		tries.assertEqual(source, target);
		PostgresServer.executeIn(source.database(), "insert into region values (1000, 'ours')");
		DatabaseAddress next = CopyTries.fresh("try_regions_2", source);
		assertThat(tries.copied(source, next).message()).contains("public.region could not be written")
			.contains("permission denied");
		DatabaseAddress last = CopyTries.fresh("try_regions_3", source);
		PostgresServer.executeIn(last.database(), "grant insert, select on region to try_regions_3");
		assertThat(tries.copied(source, last).message()).isEqualTo("Done");
		tries.assertEqual(source, last);
	}

	@Test
	void namesLikeThoseOfTheServerItselfDoNotDeceiveACopy() throws Exception {
		DatabaseAddress source = TestShops.small("deceiver");
		PostgresServer.execute("alter database " + source.database() + " set search_path = public, pg_catalog");
		Sql.run(source, "create function public.quote_ident(text) returns text language sql as $$ select 'part_1' $$",
				"create function public.quote_ident(name) returns text language sql as $$ select 'part_1' $$",
				"create function public.count(text) returns bigint language sql as $$ select 0::bigint $$",
				"create view public.pg_class as select 1 as oid",
				"create function public.setval(regclass, bigint, boolean) returns bigint language sql as $$ select 1::bigint $$",
				"create operator public.= (leftarg = text, rightarg = text, function = pg_catalog.textne)");
		DatabaseAddress target = CopyTries.fresh("try_deceiver", source);
		CopyTries tries = new CopyTries(this.home);
		MoveState state = tries.copied(source, target);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		tries.assertEqual(source, target);
		for (int table = 1; table <= 5; table++) {
			assertThat(Sql.number(target, "select pg_catalog.count(*) from public.part_" + table)).isEqualTo(10);
			assertThat(Sql.number(target, "select last_value from public.part_%d_id_seq".formatted(table)))
				.isGreaterThanOrEqualTo(10);
		}
	}

}
