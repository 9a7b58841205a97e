package io.shiplift.migration.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.shiplift.plan.Questions;
import io.shiplift.plan.Reply;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.UploadedBackups;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes a backup file as the answer to where the data comes from.
 */
@Controller
class UploadController {

	private static final String SOURCE = "source";

	private final Drafts drafts;

	private final Answering answering;

	private final QuestionPages pages;

	private final UploadedBackups backups;

	UploadController(Drafts drafts, Answering answering, QuestionPages pages, UploadedBackups backups) {
		this.drafts = drafts;
		this.answering = answering;
		this.pages = pages;
		this.backups = backups;
	}

	@PostMapping("/migrations/{id}/backup")
	String upload(@PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, Member member,
			Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Draft draft = this.drafts.open(id, member);
		if (file == null || file.isEmpty()) {
			return refused(draft, "Choose a backup file first.", model, response);
		}
		return switch (keep(id, file)) {
			case UploadedBackups.Refused refused -> refused(draft, refused.why(), model, response);
			case UploadedBackups.Kept kept -> {
				Reply.Accepted answer = Questions.uploaded(Objects.requireNonNullElse(file.getOriginalFilename(), ""),
						kept.sha256(), file.getSize());
				this.answering.save(draft, SOURCE, answer, draft.mark(SOURCE), member);
				yield "redirect:" + draft.path("/answers");
			}
		};
	}

	private String refused(Draft draft, String why, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		this.pages.question(model, draft, SOURCE, "");
		model.addAttribute("uploadError", why);
		return "migration/question";
	}

	private UploadedBackups.Outcome keep(String id, MultipartFile file) {
		try (InputStream content = file.getInputStream()) {
			return this.backups.keep(id, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
