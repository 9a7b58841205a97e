package io.shiplift.web;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells the frame that a form on the page has errors, so that the title says so first,
 * and names the wrong fields in the order of the form.
 */
class FailedForms implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) {
			return;
		}
		failed(view).ifPresent((form) -> {
			view.addObject("failed", true);
			view.addObject("wrongFields", wrongFields(form));
		});
	}

	private static Optional<BindingResult> failed(ModelAndView view) {
		return view.getModel()
			.values()
			.stream()
			.filter(BindingResult.class::isInstance)
			.map(BindingResult.class::cast)
			.filter(BindingResult::hasErrors)
			.findFirst();
	}

	private static List<String> wrongFields(BindingResult form) {
		Object target = form.getTarget();
		List<String> order = (target != null)
				? Stream.of(target.getClass().getDeclaredFields()).map(Field::getName).toList() : List.of();
		return form.getFieldErrors()
			.stream()
			.map(FieldError::getField)
			.distinct()
			.sorted(Comparator.comparingInt((field) -> place(order, field)))
			.toList();
	}

	private static int place(List<String> order, String field) {
		int place = order.indexOf(field.split("[.\\[]", 2)[0]);
		return (place >= 0) ? place : order.size();
	}

}
