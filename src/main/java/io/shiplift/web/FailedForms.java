package io.shiplift.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells the frame that a form on the page has errors, so that the title says so first.
 */
class FailedForms implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view != null && isFailed(view)) {
			view.addObject("failed", true);
		}
	}

	private static boolean isFailed(ModelAndView view) {
		String name = view.getViewName();
		return name != null && !name.startsWith("redirect:")
				&& view.getModel()
					.values()
					.stream()
					.anyMatch((value) -> value instanceof Errors errors && errors.hasErrors());
	}

}
