package io.shiplift.migration.web;

import java.nio.charset.StandardCharsets;

import io.shiplift.migration.Evidence;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.mover.Comparison;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows the report of a comparison, as a page and for download.
 */
@Controller
@RequestMapping("/runs/{id:\\d{1,18}}/reports/verify/{attempt:\\d{1,6}}")
class ReportController {

	private final Runs runs;

	private final Evidence evidence;

	private final JsonMapper json;

	ReportController(Runs runs, Evidence evidence, JsonMapper json) {
		this.runs = runs;
		this.evidence = evidence;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	@GetMapping
	String page(@PathVariable long id, @PathVariable int attempt, Member member, Model model) {
		Run run = this.runs.find(id, member);
		Evidence.Report report = report(run, attempt);
		model.addAttribute("run", run);
		model.addAttribute("report", report);
		model.addAttribute("comparison", this.json.readValue(report.document(), Comparison.class));
		return "migration/report";
	}

	/** Byte by byte what was kept, so that anybody can compute its fingerprint. */
	@GetMapping("/report.json")
	ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable int attempt, Member member) {
		Run run = this.runs.find(id, member);
		String name = run.reference() + "-comparison-" + attempt + ".json";
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(MediaType.APPLICATION_JSON)
			.body(report(run, attempt).document().getBytes(StandardCharsets.UTF_8));
	}

	private Evidence.Report report(Run run, int attempt) {
		return this.evidence.of(run)
			.stream()
			.filter((report) -> report.stepKey().equals("verify") && report.attempt() == attempt)
			.findFirst()
			.orElseThrow(() -> new NotFound("report " + attempt));
	}

}
