package io.shiplift.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.shiplift.mover.BackupContents;
import io.shiplift.mover.Comparison;
import io.shiplift.mover.Names;
import io.shiplift.mover.Restored;
import io.shiplift.mover.file.Checksum;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BackupMove} with real programs and a real shop.
 */
class BackupMoveTests {

	private static DatabaseAddress source;

	@TempDir
	static Path files;

	private static Path shop;

	@TempDir
	Path home;

	@BeforeAll
	static void makeShop() throws Exception {
		source = TestShops.shop("backup");
		shop = Backups.dump(superuser(source), files.resolve("shop.dump"));
	}

	@Test
	void restoresAWholeShopAndSaysWhatStayedOut() throws Exception {
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", shop);
		assertThat(looked.contents().sha256()).isEqualTo(Checksum.of(shop));
		assertThat(looked.contents().bytes()).isEqualTo(Files.size(shop));
		assertThat(looked.contents().major()).isEqualTo(15);
		assertThat(looked.contents().extensions()).contains(new BackupContents.Extension("citext", "heroku_ext"));
		assertThat(looked.contents().searchPath()).isEqualTo("\"$user\", public, heroku_ext");
		assertThat(backups.move().contents("look")).anyMatch((line) -> line.contains("TABLE DATA public shop_order "));
		DatabaseAddress target = Backups.fresh("backup_whole", looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(restored.leftOut()).extracting(Restored.LeftOut::rule)
			.contains("event trigger: only a superuser can make it", "Heroku's own", "extension: made beforehand",
					"grant: the target has one owner", "schema: there already", "database: made beforehand");
		assertThat(restored.leftOut()).extracting(Restored.LeftOut::object)
			.anyMatch((object) -> object.startsWith("EVENT TRIGGER - validate_extension "))
			.noneMatch((object) -> object.startsWith("TABLE public"));
		assertThat(backups.move().state("restore").orElseThrow().secondsByPhase()).containsOnlyKeys("look", "tables",
				"rows", "indexes", "statistics");
		assertThat(Sql.number(target, "select count(*) from pg_event_trigger")).isZero();
		assertThat(backups.compare(source, target).differences()).isEmpty();
	}

	@Test
	void countsTheRowsInTheFileAndFindsWhatDiffersFromIt() throws Exception {
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", shop);
		DatabaseAddress target = Backups.fresh("backup_check", looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(restored.tables()).filteredOn((rows) -> rows.table().equals("\"public\".\"shop_orderline\""))
			.extracting(Restored.Rows::count)
			.containsExactly(Sql.number(source, "select count(*) from shop_orderline"));
		assertThat(restored.tables()).allMatch(Restored.Rows::comparable);
		Comparison equal = backups.check("check", restored, target);
		assertThat(equal.differences()).isEmpty();
		assertThat(equal.rows()).isGreaterThan(50_000);
		assertThat(equal.tables()).allMatch(Comparison.Table::equal);
		Sql.run(target, "delete from shop_orderline where id = (select min(id) from shop_orderline)",
				"update shop_product set name = name || ' ' where id = (select min(id) from shop_product)",
				"create table more as select 1 as one", "select setval('auth_user_id_seq', 1, false)");
		assertThat(backups.check("check-2", restored, target).differences()).hasSize(4)
			.anyMatch((difference) -> difference.startsWith("\"public\".\"shop_orderline\" has"))
			.anyMatch((difference) -> difference.contains("shop_product") && difference.contains("values differ"))
			.contains("\"public\".\"more\" has rows in the target but none in the backup.",
					"Sequence public.auth_user_id_seq would give numbers again that its table holds.");
	}

	@Test
	void setsSequencesPastTheHighestNumber() throws Exception {
		DatabaseAddress low = TestShops.small("backup_low");
		Sql.run(low, "select setval('part_1_id_seq', 2)");
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", Backups.dump(low, this.home.resolve("low.dump")));
		DatabaseAddress target = Backups.fresh("backup_low", looked);
		backups.restore("restore", looked, target);
		assertThat(Sql.number(target, "insert into part_1 (word) values ('next') returning id")).isGreaterThan(100);
	}

	@Test
	void keepsASafetyCopyWithItsSumAndContents() throws Exception {
		Backups backups = new Backups(this.home);
		assertThat(backups.move().dump("safe", source)).isTrue();
		assertThat(backups.move().dump("safe", source)).isFalse();
		backups.done("safe");
		BackupContents kept = backups.move().dumped("safe");
		assertThat(kept.sha256()).isEqualTo(Checksum.of(Path.of(kept.file())));
		assertThat(kept.bytes()).isEqualTo(Files.size(Path.of(kept.file())));
		assertThat(backups.move().contents("safe")).anyMatch((line) -> line.contains("TABLE public shop_order "));
		DatabaseAddress target = Backups.fresh("backup_safe", backups.look("look", Path.of(kept.file())));
		backups.move().restore("restore", kept, target);
		backups.done("restore");
		assertThat(backups.compare(source, target).differences()).isEmpty();
	}

	@Test
	void restoresHostileNames() throws Exception {
		DatabaseAddress odd = TestShops.small("backup_odd");
		for (String name : List.of("a\"b'c", "new\nline\ttab (x) FROM stdin;", "\\.", "über; drop", "COPY x")) {
			String quoted = Names.quoted(name);
			Sql.run(odd,
					"create table " + quoted + " (" + quoted + " text, \"b.c\" int, at timestamptz default now())");
			Sql.run(odd, "insert into " + quoted + " select E'\\\\.\\nCOPY x FROM stdin;\\r' || n, n"
					+ " from generate_series(1, 10) n");
		}
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", Backups.dump(odd, this.home.resolve("odd.dump")));
		DatabaseAddress target = Backups.fresh("backup_odd", looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(restored.tables()).hasSize(10).allMatch((rows) -> rows.count() == 10);
		assertThat(backups.check("check", restored, target).differences()).isEmpty();
	}

	@Test
	void onlyCountsWhatWasWrittenInAnotherZone() throws Exception {
		DatabaseAddress berlin = TestShops.small("backup_zone");
		Sql.run(berlin, "create table moment (at timestamptz)",
				"insert into moment values ('2026-07-01 12:00:00.5+00')",
				"alter database " + berlin.database() + " set timezone = 'Europe/Berlin'");
		Backups backups = new Backups(this.home);
		Restored looked = backups.look("look", Backups.dump(berlin, this.home.resolve("zone.dump")));
		DatabaseAddress target = Backups.fresh("backup_zone", looked);
		Restored restored = backups.restore("restore", looked, target);
		assertThat(restored.tables()).filteredOn((rows) -> !rows.comparable())
			.extracting(Restored.Rows::table)
			.containsExactly("\"public\".\"moment\"");
		assertThat(backups.check("check", restored, target).differences()).isEmpty();
	}

	@Test
	void saysThatTheFileIsNotWhatItWas() throws Exception {
		Backups backups = new Backups(this.home);
		Path file = Backups.dump(TestShops.small("backup_changed"), this.home.resolve("small.dump"));
		Restored looked = backups.look("look", file);
		DatabaseAddress target = Backups.fresh("backup_changed", looked);
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 20] ^= 1;
		Files.write(file, bytes);
		assertThat(backups.failure("restore", looked, target)).startsWith("The backup file is not what it was");
	}

	static DatabaseAddress superuser(DatabaseAddress address) {
		try (Connection connection = TestShops.superuser(address.database());
				Statement statement = connection.createStatement()) {
			statement.execute("do $$ begin create role backup_super superuser login password 'super';"
					+ " exception when duplicate_object then null; end $$");
			return address.withUser("backup_super", "super");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
