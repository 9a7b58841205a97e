package io.shiplift.migration.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.shiplift.code.CodeScans;
import io.shiplift.code.CodeWork;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.repository.Topic;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of an app's code, from the upload to the patch.
 */
@PageTest
class CodePagesTests {

	private static final String SECRET = "kq8v!not-a-real-key-73ba91cd55e";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ScriptedRunbook.Script script;

	@Autowired
	private Migrations migrations;

	@Autowired
	private CodeScans scans;

	@Autowired
	private CodeWork work;

	@Autowired
	private JdbcClient jdbc;

	private FormUser olga;

	private String id = "";

	private String page = "";

	@BeforeEach
	void begin() {
		this.script.startAfresh();
		this.olga = new FormUser(this.mvc, Visitors.OLGA);
		this.id = this.migrations.create("Shop", Visitors.OLGA).id();
		this.page = "/migrations/" + this.id + "/code";
	}

	@Test
	void readsAnUploadAndShowsWhatMustChange() throws IOException {
		assertThat(this.olga.open(this.page).html()).contains("Where is the code?");
		assertThat(this.olga.upload(this.page + "/archive", "shop.zip", shop()).status()).isEqualTo(302);
		assertThat(this.olga.open(this.page).html()).contains("Reading the archive shop.zip");
		finish();
		String html = this.olga.open(this.page).html();
		assertThat(html).contains("Procfile:2", "gunicorn shop.wsgi", "hard-coded at line 9",
				"Leave the health path out", "Download all needed changes", "shop/models.py:6");
		assertThat(html).doesNotContain(SECRET);
		assertThat(this.olga.open("/migrations/" + this.id).html()).contains("See what we read");
		assertThat(this.jdbc.sql("select document from code_scan where migration_id = ?")
			.param(this.id)
			.query(String.class)
			.single()).doesNotContain(SECRET);
	}

	@Test
	void letsChecksAndConfigVarsKnow() throws IOException {
		long version = this.migrations.find(this.id, Visitors.OLGA).version();
		this.migrations.answer(this.id, version, Answers.none().with("app", Map.of("app", "shop")).toJson(),
				"App chosen", Visitors.OLGA);
		this.olga.upload(this.page + "/archive", "shop.zip", shop());
		finish();
		Document checks = Jsoup.parse(this.olga.open("/migrations/" + this.id + "/checks").html());
		assertThat(checks.select("#debug .status").text()).isNotEmpty().isNotEqualTo("Not known yet");
		assertThat(this.olga.open("/migrations/" + this.id + "/answers/config").html()).contains("Read in shop/");
	}

	@Test
	void letsChecksFollowACorrectionAtOnce() throws IOException {
		this.migrations.answer(this.id, this.migrations.find(this.id, Visitors.OLGA).version(),
				Answers.none().with("app", Map.of("app", "shop")).toJson(), "App chosen", Visitors.OLGA);
		this.olga.upload(this.page + "/archive", "shop.zip", shop());
		finish();
		assertThat(status("uploads")).isEqualTo("Look at it");
		this.olga.post(this.page + "/corrections",
				Map.of("topic", "UPLOADS", "name", "", "said", "s3", "why", "A package does that."));
		assertThat(status("uploads")).isEqualTo("Fine");
		this.olga.post(this.page + "/corrections/withdrawn", Map.of("topic", "UPLOADS", "name", ""));
		assertThat(status("uploads")).isEqualTo("Look at it");
	}

	@Test
	void handsOutPatches() throws IOException {
		this.olga.upload(this.page + "/archive", "shop.zip", shop());
		finish();
		assertThat(this.olga.open(this.page + "/changes.patch").html()).startsWith("diff --git a/")
			.contains("+SECURE_PROXY_SSL_HEADER")
			.doesNotContain(SECRET);
		assertThat(this.olga.open(this.page + "/changes/proxy-header.patch").html())
			.contains("+SECURE_PROXY_SSL_HEADER");
		assertThat(this.olga.get(this.page + "/changes/nothing.patch").status()).isEqualTo(404);
	}

	@Test
	void keepsWhatAPersonSaysWithItsReason() throws IOException {
		this.olga.upload(this.page + "/archive", "shop.zip", shop());
		finish();
		String form = this.page + "/corrections/new?topic=HEALTH_PATH&name=";
		assertThat(this.olga.open(form).html()).contains("/health/");
		assertThat(this.olga.send(form, this.page + "/corrections", "said", "/ready/", "why", "").status())
			.isEqualTo(422);
		assertThat(this.olga.send(form, this.page + "/corrections", "said", "/ready/", "why", "It reads the data.")
			.status()).isEqualTo(302);
		assertThat(this.olga.open(this.page).html()).contains("/ready/", "It reads the data.", "Take back");
		assertThat(this.scans.scan(this.id).orElseThrow().value(Topic.HEALTH_PATH)).isEqualTo("/ready/");
		this.olga.post(this.page + "/corrections/withdrawn", Map.of("topic", "HEALTH_PATH", "name", ""));
		assertThat(this.scans.scan(this.id).orElseThrow().value(Topic.HEALTH_PATH)).isEqualTo("/health/");
	}

	@Test
	void refusesAddressesAndShowsNoPasswordAgain() {
		for (String address : List.of("https://ann:pass-4711@github.com/team/app", "file:///etc/passwd",
				"http://169.254.169.254/", "ssh://git@host/app", "")) {
			FormUser.Answer answer = this.olga.post(this.page + "/git",
					Map.of("address", address, "branch", "", "token", "tok-4711"));
			assertThat(answer.status()).as(address).isEqualTo(422);
			assertThat(answer.html()).contains("There is a problem").doesNotContain("4711");
		}
		assertThat(this.scans.latest(this.id)).isEmpty();
	}

	@Test
	void keepsATokenOnlyEncryptedAndSaysThatAPrivateAddressIsNotAsked() {
		assertThat(this.olga
			.post(this.page + "/git",
					Map.of("address", "https://localhost/team/app.git", "branch", "main", "token", "tok-canary-4711"))
			.status()).isEqualTo(302);
		finish();
		assertThat(this.olga.open(this.page).html()).contains("private network").doesNotContain("4711");
		assertThat(this.jdbc.sql("select secret_id from code_scan where migration_id = ?")
			.param(this.id)
			.query(String.class)
			.single()).hasSize(32);
	}

	@Test
	void saysWhatIsWrongWithAnArchive() {
		this.olga.upload(this.page + "/archive", "notes.txt", "no archive".getBytes(StandardCharsets.UTF_8));
		finish();
		assertThat(this.olga.open(this.page).html()).contains("neither a zip nor a tar.gz");
		assertThat(this.olga.upload(this.page + "/archive", "empty.zip", new byte[0]).status()).isEqualTo(422);
	}

	@Test
	void strangersFindNothing() throws IOException {
		this.olga.upload(this.page + "/archive", "shop.zip", shop());
		finish();
		FormUser stranger = new FormUser(this.mvc, Visitors.STRANGER);
		for (String path : List.of("", "/changes.patch", "/changes/uploads.patch", "/corrections/new?topic=PYTHON")) {
			assertThat(stranger.get(this.page + path).status()).as(path).isIn(403, 404);
		}
		assertThat(stranger.post(this.page + "/again", Map.of()).status()).isIn(403, 404);
		assertThat(stranger.upload(this.page + "/archive", "a.zip", shop()).status()).isIn(403, 404);
	}

	private String status(String check) {
		return Jsoup.parse(this.olga.open("/migrations/" + this.id + "/checks").html())
			.select("#" + check + " .status")
			.text();
	}

	private void finish() {
		this.work.run(this.scans.latest(this.id).orElseThrow().id());
	}

	private static byte[] shop() throws IOException {
		Path directory = Path.of("src/test/resources/io/shiplift/repository/shop");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out); Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				zip.putNextEntry(new ZipEntry("shop-main/" + directory.relativize(file)));
				Files.copy(file, zip);
			}
		}
		return out.toByteArray();
	}

}
