package io.shiplift.migration.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Evidence;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
 * Shows a run: the whole page, the part that changes by itself, and the log.
 */
@Controller
@RequestMapping("/runs/{id:\\d{1,18}}")
class RunController {

	/** More than any run writes. */
	private static final int DOWNLOAD = 50_000;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final RunViews views;

	private final NextActs nextActs;

	private final Runs runs;

	private final Journal journal;

	private final FormTokens tokens;

	private final Evidence evidence;

	private final SafetyCopyFiles safetyCopies;

	RunController(RunViews views, NextActs nextActs, Runs runs, Journal journal, FormTokens tokens, Evidence evidence,
			SafetyCopyFiles safetyCopies) {
		this.safetyCopies = safetyCopies;
		this.views = views;
		this.nextActs = nextActs;
		this.runs = runs;
		this.journal = journal;
		this.tokens = tokens;
		this.evidence = evidence;
	}

	@GetMapping
	String page(@PathVariable long id, Member member, Model model) {
		model.addAttribute("since", this.journal.lastId());
		log(id, member, model);
		live(id, member, model);
		return "migration/run";
	}

	@GetMapping("/live")
	String live(@PathVariable long id, Member member, Model model) {
		RunView view = this.views.of(id, member);
		model.addAttribute("view", view);
		model.addAttribute("reports", this.evidence.of(view.run()));
		model.addAttribute("safety", this.safetyCopies.of(view.run()).orElse(null));
		model.addAttribute("next", this.nextActs.after(view.run(), member));
		model.addAttribute("token", this.tokens.fresh());
		return "migration/run :: live";
	}

	@GetMapping("/log")
	String log(@PathVariable long id, Member member, Model model) {
		model.addAttribute("run", this.runs.find(id, member));
		model.addAttribute("lines", lines(id, member, RunViews.LINES));
		return "migration/run :: log";
	}

	@GetMapping("/log.txt")
	ResponseEntity<String> download(@PathVariable long id, Member member) {
		Run run = this.runs.find(id, member);
		String text = lines(id, member, DOWNLOAD).stream()
			.map((entry) -> TIME.format(entry.at()) + "  " + entry.actor() + ": "
					+ entry.text().replace("\n", "\n    "))
			.collect(Collectors.joining("\n", "", "\n"));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(run.reference() + ".txt").build().toString())
			.contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
			.body(text);
	}

	/** Streamed, with its length, so that a download can go on where it broke off. */
	@GetMapping("/safety-copy")
	ResponseEntity<Resource> safetyCopy(@PathVariable long id, Member member) {
		Run run = this.runs.find(id, member);
		Resource file = new FileSystemResource(this.safetyCopies.take(run, member));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(run.reference() + "-source.dump").build().toString())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(file);
	}

	private List<JournalEntry> lines(long id, Member member, int limit) {
		return this.journal.newest(member.teamId(), null, id, limit).reversed();
	}

}
