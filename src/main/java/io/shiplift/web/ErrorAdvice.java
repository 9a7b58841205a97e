package io.shiplift.web;

import java.time.Clock;
import java.util.Map;

import io.shiplift.migration.EditedMeanwhile;
import io.shiplift.migration.NotNow;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.NotFound;
import io.shiplift.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the refusals that every module may throw with a page that says why.
 */
@ControllerAdvice
class ErrorAdvice {

	private final Frames frames;

	ErrorAdvice(Clock clock) {
		this.frames = new Frames(clock);
	}

	/**
	 * The page never says what was looked for: a foreign id must look like a missing one.
	 */
	@ExceptionHandler(NotFound.class)
	ModelAndView notFound(HttpServletRequest request) {
		return page(HttpStatus.NOT_FOUND, null, request);
	}

	@ExceptionHandler(AccessDeniedException.class)
	ModelAndView denied(AccessDeniedException refusal, HttpServletRequest request) {
		return page(HttpStatus.FORBIDDEN, refusal.getMessage(), request);
	}

	@ExceptionHandler({ Refused.class, NotNow.class })
	ModelAndView refused(RuntimeException refusal, HttpServletRequest request) {
		return page(HttpStatus.CONFLICT, refusal.getMessage(), request);
	}

	@ExceptionHandler(OptimisticLockingFailureException.class)
	ModelAndView overtaken(HttpServletRequest request) {
		return page(HttpStatus.CONFLICT, null, request);
	}

	@ExceptionHandler(EditedMeanwhile.class)
	ModelAndView edited(EditedMeanwhile refusal, HttpServletRequest request) {
		return page(HttpStatus.CONFLICT, refusal.getMessage() + " Go back, reload the page and try again.", request);
	}

	/** Heroku, AWS or a DNS host did not answer as a page needed it. */
	@ExceptionHandler(OutsideProblem.class)
	ModelAndView outside(OutsideProblem problem, HttpServletRequest request) {
		return page(HttpStatus.BAD_GATEWAY,
				problem.getMessage() + " Nothing of yours was changed; try again in a moment.", request);
	}

	private ModelAndView page(HttpStatus status, @Nullable String reason, HttpServletRequest request) {
		ModelAndView page = new ModelAndView((status.is5xxServerError() ? "error/5xx" : "error/" + status.value()),
				Map.of("frame", this.frames.of(request)), status);
		if (reason != null) {
			page.addObject("reason", reason);
		}
		return page;
	}

}
