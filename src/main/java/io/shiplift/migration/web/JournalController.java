package io.shiplift.migration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.security.Member;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everything that happened, of the team or of one migration, and the proof that nobody
 * changed the record.
 */
@Controller
class JournalController {

	private static final int PAGE = 100;

	private static final String FROM_THE_END = "" + Long.MAX_VALUE;

	private final Journal journal;

	private final Migrations migrations;

	JournalController(Journal journal, Migrations migrations) {
		this.journal = journal;
		this.migrations = migrations;
	}

	@GetMapping("/journal")
	String team(@RequestParam(defaultValue = FROM_THE_END) long before, Member member, Model model) {
		Map<String, String> names = this.migrations.all(member)
			.stream()
			.collect(Collectors.toMap(Migration::id, Migration::name));
		return page(null, names, before, member, model);
	}

	@GetMapping("/migrations/{id:[a-z0-9]{8}}/journal")
	String migration(@PathVariable String id, @RequestParam(defaultValue = FROM_THE_END) long before, Member member,
			Model model) {
		Migration migration = this.migrations.find(id, member);
		return page(migration, Map.of(id, migration.name()), before, member, model);
	}

	@PostMapping("/journal/verify")
	String verify(Member member, RedirectAttributes flash) {
		long last = this.journal.lastId();
		Optional<String> broken = this.journal.brokenAt();
		if (broken.isPresent()) {
			flash.addFlashAttribute("problem",
					"The journal was tampered with. " + broken.get() + " Tell whoever looks after this server.");
		}
		else {
			flash.addFlashAttribute("done", "Verified: all " + last
					+ " entries of this server are in place and unchanged, each linked to the one before.");
		}
		return "redirect:/journal";
	}

	private String page(@Nullable Migration migration, Map<String, String> names, long before, Member member,
			Model model) {
		List<JournalEntry> found = this.journal.before(member.teamId(), (migration != null) ? migration.id() : null,
				before, PAGE + 1);
		List<JournalEntry> shown = found.stream().limit(PAGE).toList();
		model.addAttribute("migration", migration);
		model.addAttribute("names", names);
		model.addAttribute("entries", shown);
		model.addAttribute("older", (found.size() > PAGE) ? shown.getLast().id() : null);
		model.addAttribute("paged", before != Long.MAX_VALUE);
		return "journal/journal";
	}

}
