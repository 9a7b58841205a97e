package io.shiplift.practice.web;

import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows the scripted Heroku, DNS and AWS of one migration, and arms faults in them.
 */
@Controller
@ConditionalOnPractice
class PracticeController {

	private static final int SHOWN = 100;

	private final Migrations migrations;

	private final Connections connections;

	private final Herokus herokus;

	private final DnsHosts hosts;

	private final Faults faults;

	private final Ledger ledger;

	PracticeController(Migrations migrations, Connections connections, Herokus herokus, DnsHosts hosts, Faults faults,
			Ledger ledger) {
		this.migrations = migrations;
		this.connections = connections;
		this.herokus = herokus;
		this.hosts = hosts;
		this.faults = faults;
		this.ledger = ledger;
	}

	@GetMapping("/migrations/{id}/practice")
	String show(@PathVariable String id, Member member, Model model) {
		return page(this.migrations.find(id, member), model, new FaultForm());
	}

	@PostMapping("/migrations/{id}/practice/faults")
	String add(@PathVariable String id, Member member, @ModelAttribute("form") FaultForm form, BindingResult errors,
			Model model, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		String target = form.getTarget();
		Faults.Kind kind = form.getKind();
		if (target == null || FaultForm.TARGETS.stream().noneMatch((choice) -> choice.value().equals(target))) {
			errors.rejectValue("target", "target", "Choose what shall go wrong.");
		}
		if (kind == null && !errors.hasFieldErrors("kind")) {
			errors.rejectValue("kind", "kind", "Choose how it shall go wrong.");
		}
		if (errors.hasErrors() || target == null || kind == null) {
			return page(migration, model, form);
		}
		this.faults.add(migration.id(), target, kind);
		flash.addFlashAttribute("done", "Armed. The next call that fits will meet it.");
		return "redirect:/migrations/" + migration.id() + "/practice";
	}

	@PostMapping("/migrations/{id}/practice/faults/{fault}/remove")
	String remove(@PathVariable String id, @PathVariable long fault, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		this.faults.remove(migration.id(), fault);
		flash.addFlashAttribute("done", "Disarmed.");
		return "redirect:/migrations/" + migration.id() + "/practice";
	}

	private String page(Migration migration, Model model, FaultForm form) {
		if (!migration.practice()) {
			throw new NotFound("practice world");
		}
		Connection connection = this.connections.of(migration.id());
		Heroku heroku = this.herokus.open(connection);
		Optional<Heroku.App> app = heroku.apps().stream().findFirst();
		DnsHost host = this.hosts.open(connection);
		model.addAttribute("migration", migration);
		model.addAttribute("form", form);
		model.addAttribute("targets", FaultForm.TARGETS);
		model.addAttribute("kinds", FaultForm.KINDS);
		model.addAttribute("app", app.orElse(null));
		model.addAttribute("formation", app.map((found) -> heroku.formation(found.name())).orElse(List.of()));
		model.addAttribute("sightings",
				app.map((found) -> heroku.domains(found.name()))
					.orElse(List.of())
					.stream()
					.map((name) -> new Seen(name, host.look(name)))
					.toList());
		model.addAttribute("faults", this.faults.list(migration.id()).stream().map(Armed::of).toList());
		List<Ledger.Entry> entries = this.ledger.entries(migration.id()).reversed();
		model.addAttribute("calls", entries.size());
		model.addAttribute("ledger", entries.stream().limit(SHOWN).toList());
		return "practice/practice";
	}

	/** What resolvers answer for a name. */
	public record Seen(String name, List<DnsHost.Sighting> sightings) {

	}

	/** An armed fault in words. */
	public record Armed(long id, String text) {

		static Armed of(Faults.Fault fault) {
			return new Armed(fault.id(), FaultForm.Choice.titleOf(FaultForm.TARGETS, fault.pattern()) + " "
					+ FaultForm.Choice.titleOf(FaultForm.KINDS, fault.kind().name()));
		}

	}

}
