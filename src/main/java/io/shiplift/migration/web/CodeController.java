package io.shiplift.migration.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.shiplift.code.CodeScans;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.Proposal;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where an app's code is, what was read from it, and the patches that it needs.
 */
@Controller
@RequestMapping("/migrations/{id}/code")
class CodeController {

	private static final MediaType PATCH = new MediaType("text", "x-patch", java.nio.charset.StandardCharsets.UTF_8);

	private final Migrations migrations;

	private final CodeScans scans;

	CodeController(Migrations migrations, CodeScans scans) {
		this.migrations = migrations;
		this.scans = scans;
	}

	@GetMapping
	String code(@PathVariable String id, Member member, Model model) {
		return page(this.migrations.find(id, member), model, new CodeForm("", "", ""));
	}

	@PostMapping("/git")
	String git(@PathVariable String id, @ModelAttribute("form") CodeForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		form.validate(errors);
		try {
			if (!errors.hasErrors()) {
				this.scans.git(id, form.address(), form.branch(), form.token(), member);
				return "redirect:/migrations/" + id + "/code";
			}
		}
		catch (OutsideProblem ex) {
			errors.rejectValue("address", "wrong", ex.getMessage());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return refused(migration, model, form, errors);
	}

	@PostMapping("/archive")
	String archive(@PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, Member member,
			Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		String problem = "Choose an archive first.";
		if (file != null && !file.isEmpty()) {
			try (InputStream content = file.getInputStream()) {
				this.scans.archive(id, name(file), content, member);
				return "redirect:/migrations/" + id + "/code";
			}
			catch (OutsideProblem ex) {
				problem = ex.getMessage();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("uploadError", problem);
		return page(migration, model, new CodeForm("", "", ""));
	}

	@PostMapping("/again")
	String again(@PathVariable String id, Member member) {
		member.require(Role.OPERATOR);
		this.migrations.find(id, member);
		this.scans.again(id, member);
		return "redirect:/migrations/" + id + "/code";
	}

	@GetMapping("/changes.patch")
	ResponseEntity<String> patch(@PathVariable String id, Member member) {
		this.migrations.find(id, member);
		return download("shiplift-" + id,
				this.scans.scan(id).map((found) -> found.patch()).orElseThrow(() -> new NotFound("patch")));
	}

	@GetMapping("/changes/{key:[a-z-]{1,40}}.patch")
	ResponseEntity<String> patch(@PathVariable String id, @PathVariable String key, Member member) {
		this.migrations.find(id, member);
		return this.scans.scan(id)
			.stream()
			.flatMap((found) -> found.proposals().stream())
			.filter((proposal) -> proposal.key().equals(key) && proposal.hasPatch())
			.map(Proposal::patch)
			.findFirst()
			.map((patch) -> download(key, patch))
			.orElseThrow(() -> new NotFound("patch"));
	}

	private String page(Migration migration, Model model, CodeForm form) {
		String id = migration.id();
		model.addAttribute("migration", migration);
		model.addAttribute("form", form);
		model.addAttribute("code", CodePage.of(this.scans.latest(id), this.scans.scan(id), this.scans.corrections(id)));
		return "migration/code";
	}

	/** The page with what was typed, without token and password, and what is wrong. */
	private String refused(Migration migration, Model model, CodeForm form, BindingResult errors) {
		BindingResult shown = new org.springframework.validation.BeanPropertyBindingResult(form.shown(), "form");
		errors.getFieldErrors()
			.forEach(
					(error) -> shown.rejectValue(error.getField(), "wrong", String.valueOf(error.getDefaultMessage())));
		page(migration, model, form.shown());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", shown);
		return "migration/code";
	}

	private static ResponseEntity<String> download(String name, String patch) {
		return ResponseEntity.ok()
			.contentType(PATCH)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".patch\"")
			.body(patch);
	}

	private static String name(MultipartFile file) {
		String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("[^\\w. -]", "");
		return name.isEmpty() ? "archive" : name.substring(0, Math.min(name.length(), 100));
	}

}
