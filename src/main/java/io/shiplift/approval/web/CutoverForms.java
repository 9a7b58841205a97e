package io.shiplift.approval.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What people send from the cutover page.
 */
final class CutoverForms {

	private static final String TOO_LONG = "Use at most 1000 characters.";

	private CutoverForms() {
	}

	private static String text(@Nullable String sent) {
		return (sent != null) ? sent.strip() : "";
	}

	/** Somebody asks for a cutover. */
	record Asked(@NotBlank(message = "Say why now, and what the approver should know.") @Size(max = 1000,
			message = TOO_LONG) String note, String abortBy, String token) {

		Asked {
			note = text(note);
			abortBy = text(abortBy);
			token = text(token);
		}

		/** Empty if nothing was typed; the browser sends no zone, so it is UTC. */
		Optional<Instant> window() {
			return this.abortBy.isEmpty() ? Optional.empty()
					: Optional.of(LocalDateTime.parse(this.abortBy.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
		}

		/** Whether the time that was typed is one. */
		boolean understood() {
			try {
				return window().isEmpty() || !this.abortBy.isEmpty();
			}
			catch (DateTimeParseException ex) {
				return false;
			}
		}

	}

	/** Somebody decides; {@code plan} is the hash that they saw. */
	record Decided(long run, String plan, @Pattern(regexp = "approve|reject", message = "Choose one.") String choice,
			@NotBlank(message = "Give a reason, also for a yes: it stays in the record.") @Size(max = 1000,
					message = TOO_LONG) String reason,
			String token) {

		Decided {
			plan = text(plan);
			choice = text(choice);
			reason = text(reason);
			token = text(token);
		}

		boolean approve() {
			return this.choice.equals("approve");
		}

	}

	/** Somebody starts or withdraws; to start, they type the migration's name. */
	record Named(long run, String name, String token) {

		Named {
			name = text(name);
			token = text(token);
		}

	}

}
