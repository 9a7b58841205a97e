package io.shiplift.security.signin;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One request that the application answers, found in its mappings and not written down by
 * anybody.
 */
record EveryMapping(HttpMethod method, String pattern) {

	private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	static List<EveryMapping> of(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> isOurs(entry.getValue()))
			.flatMap((entry) -> requests(entry.getKey()))
			.distinct()
			.toList();
	}

	boolean changes() {
		return !HARMLESS.contains(this.method);
	}

	/** An address that fits the pattern and names nothing that exists. */
	String path() {
		return this.pattern.replaceAll("\\{[^/]*a-z[^/]*\\}(\\})?", "zzzzzzzz").replaceAll("\\{[^/]*\\}", "987654");
	}

	@Override
	public String toString() {
		return this.method + " " + this.pattern;
	}

	private static boolean isOurs(HandlerMethod handler) {
		return handler.getBeanType().getPackageName().startsWith("io.shiplift")
				&& !ErrorController.class.isAssignableFrom(handler.getBeanType());
	}

	private static Stream<EveryMapping> requests(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return info.getPatternValues()
			.stream()
			.flatMap((pattern) -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods).stream()
				.map((method) -> new EveryMapping(method.asHttpMethod(), pattern)));
	}

}
