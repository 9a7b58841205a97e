package io.shiplift.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Hands the frame to every page.
 */
@ControllerAdvice
class FrameAdvice {

	private final Frames frames;

	FrameAdvice(Clock clock) {
		this.frames = new Frames(clock);
	}

	@ModelAttribute("frame")
	Frame frame(HttpServletRequest request) {
		return this.frames.of(request);
	}

}
