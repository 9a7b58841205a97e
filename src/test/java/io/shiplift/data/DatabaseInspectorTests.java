package io.shiplift.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseInspector}.
 */
class DatabaseInspectorTests {

	private final DatabaseInspector inspector = new DatabaseInspector(new DatabaseTools(""));

	@TempDir
	Path directory;

	@Test
	void looksOverAShop() {
		DatabaseFacts facts = this.inspector.inspect(TestShops.shop("inspected"));
		assertThat(facts.problems()).isEmpty();
		assertThat(facts.remarks()).singleElement().asString().contains("no key (public.shop_Import Queue)");
		DatabaseLimits limits = facts.limits();
		assertThat(limits.largestTable()).isEqualTo("public.shop_orderline");
		assertThat(limits.largestBytes()).isBetween(1_000_000L, limits.tableBytes());
		assertThat(limits.tableBytes() + limits.lateBytes()).isGreaterThan(facts.bytes() / 2);
		assertThat(limits.keyless()).containsExactly("public.shop_Import Queue");
		assertThat(limits.maySchema() && limits.mayTrigger()).isTrue();
		assertThat(limits.connections()).isGreaterThan(limits.used());
		assertThat(facts.version()).startsWith("15.");
		assertThat(facts.encoding()).isEqualTo("UTF8");
		assertThat(facts.searchPath()).isEqualTo("\"$user\", public, heroku_ext");
		assertThat(facts.rows()).isGreaterThan(200_000);
		assertThat(facts.bytes()).isGreaterThan(20_000_000);
		assertThat(facts.tables()).extracting(DatabaseFacts.Table::schema).containsOnly("public");
		assertThat(facts.extensions()).extracting((extension) -> extension.schema() + "." + extension.name())
			.contains("heroku_ext.citext");
	}

	@Test
	void saysThatNobodyAnswers() throws IOException {
		DatabaseFacts facts = this.inspector
			.inspect(new DatabaseAddress("127.0.0.1", closedPort(), "d", "u", "secret"));
		assertThat(facts.movable()).isFalse();
		assertThat(facts.reachable()).isFalse();
		assertThat(facts.problems()).singleElement()
			.asString()
			.startsWith("No PostgreSQL server answered at 127.0.0.1:")
			.contains("Check host and port")
			.doesNotContain("secret");
	}

	@Test
	void saysThatTheHostIsUnknown() {
		DatabaseFacts facts = this.inspector
			.inspect(DatabaseAddress.parse("postgres://u:secret@no-such-host.invalid/d"));
		assertThat(facts.problems().getFirst()).contains("no-such-host.invalid:5432").doesNotContain("secret");
	}

	@Test
	@Timeout(20)
	void givesUpOnASilentServerInTime() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			DatabaseAddress address = new DatabaseAddress("127.0.0.1", silent.getLocalPort(), "d", "u", "secret");
			DatabaseFacts facts = this.inspector.inspect(address);
			assertThat(facts.problems().getFirst()).contains("within 5 seconds");
		}
	}

	@Test
	void saysThatThePasswordIsWrong() {
		DatabaseAddress shop = TestShops.small("wrongpassword");
		DatabaseFacts facts = this.inspector.inspect(shop.withUser(shop.user(), "not-it"));
		assertThat(facts.problems()).singleElement()
			.asString()
			.contains("refused the password of user small_wrongpassword")
			.doesNotContain("not-it");
	}

	@Test
	void saysThatThereIsNoSuchDatabase() {
		DatabaseFacts facts = this.inspector.inspect(TestShops.small("nodatabase").withDatabase("no such'; --"));
		assertThat(facts.problems().getFirst()).contains("has no database called no such'; --");
	}

	@Test
	void saysThatTheEncodingIsAnother() {
		DatabaseAddress latin = TestShops.latin1("latin");
		DatabaseFacts facts = this.inspector.inspect(latin);
		assertThat(facts.problems()).singleElement()
			.asString()
			.contains("LATIN1, not UTF8")
			.contains("ENCODING 'UTF8'");
	}

	@Test
	void saysThatTheToolsAreTooOld() {
		DatabaseTools old = DatabaseToolsTests.fakeTools(this.directory, 12);
		DatabaseFacts facts = new DatabaseInspector(old).inspect(TestShops.small("oldtools"));
		assertThat(facts.problems()).singleElement().asString().contains("newest pg_dump here is 12");
	}

	@Test
	void saysThatTablesCannotBeReadOrThatThereAreNone() {
		DatabaseAddress small = TestShops.small("unreadable");
		PostgresServer.executeIn(small.database(), "create table hidden (id int)",
				"create unlogged table fast (id int)");
		DatabaseFacts facts = this.inspector.inspect(small);
		assertThat(facts.problems()).singleElement()
			.asString()
			.contains("may not read 2 of the tables (public.fast, public.hidden)");
		assertThat(facts.remarks()).hasSize(2).first().asString().contains("public.fast is unlogged");
		assertThat(facts.limits().mayTrigger()).isFalse();
		PostgresServer.execute("create database nothing owner small_unreadable");
		assertThat(this.inspector.inspect(small.withDatabase("nothing")).problems()).singleElement()
			.asString()
			.contains("has no tables");
	}

	@Test
	void saysThatATableHidesItsRows() throws Exception {
		DatabaseAddress small = TestShops.small("hiding");
		Sql.run(small, "alter table part_2 enable row level security", "alter table part_2 force row level security");
		assertThat(this.inspector.inspect(small).problems()).singleElement()
			.asString()
			.contains("alter table public.part_2 no force row level security");
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
