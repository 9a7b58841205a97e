package io.shiplift.preview.web;

import java.util.List;

import io.shiplift.migration.BuiltStacks;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.preview.Previews;
import io.shiplift.preview.StackPreview;
import io.shiplift.security.Member;
import io.shiplift.security.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a frozen plan would make, change and delete on AWS, stack by stack.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/plans/{number:\\d{1,6}}/preview")
class PreviewController {

	private final Previews previews;

	private final Migrations migrations;

	private final BuiltStacks built;

	PreviewController(Previews previews, Migrations migrations, BuiltStacks built) {
		this.previews = previews;
		this.migrations = migrations;
		this.built = built;
	}

	@GetMapping
	String page(@PathVariable String id, @PathVariable int number, Member member, Model model) {
		fill(id, number, member, model);
		return "preview/preview";
	}

	@GetMapping("/stacks")
	String stacks(@PathVariable String id, @PathVariable int number, Member member, Model model) {
		fill(id, number, member, model);
		return "preview/preview :: stacks";
	}

	@PostMapping("/ask")
	String ask(@PathVariable String id, @PathVariable int number, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		FrozenPlan frozen = this.migrations.frozenPlan(migration, number);
		try {
			int asked = this.previews.ask(migration, frozen, member);
			flash.addFlashAttribute("note", (asked == 0) ? "There is nothing that AWS could still be asked about."
					: "AWS works it out. Nothing is made and nothing is changed by this.");
		}
		catch (OutsideProblem | NotNow ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
		}
		return path(id, number);
	}

	@PostMapping("/discard")
	String discard(@PathVariable String id, @PathVariable int number, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		try {
			this.previews.discard(migration, this.migrations.frozenPlan(migration, number), member);
			flash.addFlashAttribute("done", "The preview is cleared away. Nothing of it is left on AWS.");
		}
		catch (OutsideProblem | NotNow ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
		}
		return path(id, number);
	}

	/** Leads back whoever reloads a form. */
	@GetMapping({ "/ask", "/discard" })
	String again(@PathVariable String id, @PathVariable int number) {
		return path(id, number);
	}

	private void fill(String id, int number, Member member, Model model) {
		Migration migration = this.migrations.find(id, member);
		FrozenPlan frozen = this.migrations.frozenPlan(migration, number);
		List<StackPreview> stacks = this.previews.of(migration, frozen);
		model.addAttribute("migration", migration);
		model.addAttribute("frozen", frozen);
		model.addAttribute("region", this.migrations.read(frozen).region());
		model.addAttribute("page",
				new PreviewPage(stacks, this.previews.possible(migration), !this.built.of(migration.id()).isEmpty()));
	}

	private static String path(String id, int number) {
		return "redirect:/migrations/" + id + "/plans/" + number + "/preview";
	}

}
