package io.shiplift.journal.web;

import java.time.Duration;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.security.signin.SignIns;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Visitors;
import jakarta.servlet.http.Cookie;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the doorbell of open pages.
 */
@PageTest
class EventsTests {

	private static final Subject RUN = Subject.run(1, "abcdefgh", 7);

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Doorbell doorbell;

	@Autowired
	private Journal journal;

	@Autowired
	private SignIns signIns;

	@AfterEach
	void hangUp() {
		this.doorbell.stop();
		this.doorbell.start();
	}

	@Test
	void ringsForWhatAPageWantsToHear() {
		write(RUN, JournalKind.STEP);
		MvcTestResult page = this.clicks.open(Visitors.VERA, "/events?topics=run:7,inbox");
		assertThat(page).hasStatusOk()
			.hasHeader("Cache-Control", "no-cache")
			.hasHeader("X-Accel-Buffering", "no")
			.hasContentType("text/event-stream");
		write(Subject.run(1, "abcdefgh", 8), JournalKind.NOTE);
		this.doorbell.look();
		assertThat(text(page)).doesNotContain("changed");
		write(RUN, JournalKind.NOTE);
		this.doorbell.look();
		await(page, "id:" + this.journal.lastId() + "\nevent:run-changed\ndata:{}");
		assertThat(text(page)).doesNotContain("inbox-changed");
		write(RUN, JournalKind.RUN);
		this.doorbell.look();
		await(page, "event:inbox-changed");
	}

	@Test
	void goesOnWhereAPageWasCutOff() {
		write(RUN, JournalKind.STEP);
		long before = this.journal.lastId();
		write(RUN, JournalKind.STEP);
		MvcTestResult page = this.clicks.open(Visitors.VERA, "/events?topics=run:7&since=" + before);
		this.doorbell.look();
		await(page, "event:run-changed");
	}

	@Test
	void hearsNothingOfOtherTeams() {
		write(RUN, JournalKind.STEP);
		assertThat(this.clicks.open(Visitors.STRANGER, "/events?topics=run:7")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.open(Visitors.STRANGER, "/events?topics=migration:abcdefgh"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.open(Visitors.VERA, "/events?topics=run:7%20or%201")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.mvc.get().uri("/events?topics=run:7").exchange()).hasStatus3xxRedirection();
		MvcTestResult page = this.clicks.open(Visitors.STRANGER, "/events?topics=inbox");
		write(RUN, JournalKind.RUN);
		this.doorbell.look();
		assertThat(text(page)).doesNotContain("inbox-changed");
	}

	@Test
	void closesTheOldestPageOfAPersonWithTooMany() {
		for (int page = 0; page < Doorbell.MOST_PER_PERSON + 3; page++) {
			this.clicks.open(Visitors.VERA, "/events?topics=inbox");
		}
		assertThat(this.doorbell.listening()).isLessThanOrEqualTo(Doorbell.MOST_PER_PERSON);
	}

	@Test
	void endsWithTheSignIn() {
		var token = this.signIns.begin(Visitors.VERA.userId(), 1);
		MvcTestResult page = this.mvc.get()
			.uri("/events?topics=inbox")
			.cookie(new Cookie("shiplift", token.value()))
			.asyncExchange();
		assertThat(page).hasStatusOk();
		await(page, ":still here");
		assertThat(this.doorbell.listening()).isEqualTo(1);
		this.signIns.end(token);
		this.doorbell.beat();
		Awaitility.await().until(() -> page.getMvcResult().getAsyncResult(5000) == null);
	}

	private void write(Subject subject, JournalKind kind) {
		this.journal.write(kind, subject, "Test", "something");
	}

	private static void await(MvcTestResult page, String text) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(text(page)).contains(text));
	}

	private static String text(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
