package io.shiplift.practice.web;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.practice.Faults;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page of the practice world.
 */
@PageTest
class PracticePageTests {

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private Migrations migrations;

	@Autowired
	private Faults faults;

	private Migration migration;

	@BeforeEach
	void createMigration() {
		this.migration = this.migrations.create("Shop", Visitors.OLGA);
	}

	@Test
	void showsTheWorldFromOutside() {
		assertThat(this.clicks.get(Visitors.OLGA, path(""))).hasStatusOk()
			.bodyText()
			.contains("shop.example.com", "herokudns.com", "Maintenance page", "No fault is armed.");
	}

	@Test
	void armsAndDisarmsAFault() {
		assertThat(this.clicks.post(Visitors.OLGA, path("/faults"), "target", "network", "kind", "FAIL_ONCE"))
			.hasRedirectedUrl(path(""));
		assertThat(this.clicks.get(Visitors.OLGA, path(""))).bodyText().contains("Private network fails once");
		long fault = this.faults.list(this.migration.id()).getFirst().id();
		assertThat(this.clicks.post(Visitors.OLGA, path("/faults/" + fault + "/remove"))).hasRedirectedUrl(path(""));
		assertThat(this.faults.list(this.migration.id())).isEmpty();
	}

	@Test
	void saysWhatIsMissingInTheForm() {
		assertThat(this.clicks.post(Visitors.OLGA, path("/faults"), "target", "moon", "kind", "EXPLODE")).hasStatusOk()
			.bodyText()
			.contains("Choose what shall go wrong.");
		assertThat(this.faults.list(this.migration.id())).isEmpty();
	}

	@Test
	void isClosedToViewersAndStrangers() {
		assertThat(this.clicks.post(Visitors.VERA, path("/faults"), "target", "network", "kind", "HANG"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.get(Visitors.STRANGER, path(""))).hasStatus(HttpStatus.NOT_FOUND);
	}

	private String path(String rest) {
		return "/migrations/" + this.migration.id() + "/practice" + rest;
	}

}
