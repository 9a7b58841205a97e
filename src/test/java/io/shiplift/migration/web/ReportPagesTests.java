package io.shiplift.migration.web;

import java.util.List;

import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.step.RunKind;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Scene;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the report of a comparison.
 */
@PageTest
class ReportPagesTests {

	private static final Comparison COMPARISON = new Comparison(Depth.FAST, Hash.VALUES,
			new Comparison.Moment("2026-11-20T10:00:00.000Z", "16.4"), new Comparison.Moment("now", "16.4"),
			List.of(new Comparison.Table("public.shop_order", 45000, 44999, false),
					new Comparison.Table("public.shop_event", 9000, 9000, true, 12L)),
			List.of(new Comparison.Sequence("public.shop_order_id_seq", "45000", "45100", "45000", true)),
			List.of("public.shop_order has <45000> rows in the source but 44999 in the target."),
			List.of(new Comparison.Explained("grants", "Grant of select is missing in the target.", "Roles differ.")),
			List.of(new Comparison.Answer("Sum of orders", 1, true, "")), List.of(), 2100,
			List.of("1 tables were compared row by row before."));

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private Scene scene;

	@Autowired
	private Runs runs;

	@Autowired
	private JdbcClient jdbc;

	private String address = "";

	@BeforeEach
	void keepAReport() {
		Run run = this.runs.start(this.scene.frozen().id(), RunKind.PREPARE, Visitors.OLGA);
		this.jdbc
			.sql("insert into evidence (run_id, step_key, attempt, document, sha256, at) values (?, 'verify', 2, ?,"
					+ " 'feedbeef', current_timestamp)")
			.params(run.id(), JsonMapper.shared().writeValueAsString(COMPARISON))
			.update();
		this.address = "/runs/" + run.id() + "/reports/verify/";
	}

	@Test
	void showsEverythingThatWasCompared() {
		assertThat(this.clicks.get(Visitors.OLGA, this.address + "2")).bodyText()
			.contains("public.shop_order has &lt;45000&gt; rows", "45,000", "44,999", "different", "45100",
					"Grant of select is missing", "Sum of orders", "the same on both sides", "feedbeef",
					"2026-11-20T10:00:00.000Z, PostgreSQL 16.4", "it proves nothing", "12 touched rows equal",
					"1 tables were compared row by row before.");
		assertThat(this.clicks.get(Visitors.OLGA, this.address + "2/report.json")).bodyText()
			.isEqualTo(JsonMapper.shared().writeValueAsString(COMPARISON));
	}

	@Test
	void saysThatThereIsNoReport() {
		assertThat(this.clicks.get(Visitors.OLGA, this.address + "3")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.get(Visitors.STRANGER, this.address + "2")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
