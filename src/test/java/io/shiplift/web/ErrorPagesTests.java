package io.shiplift.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import io.shiplift.security.NotFound;
import io.shiplift.security.Refused;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what people see when something breaks, on a real server: the right status, a
 * request id, and nothing of the inside.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "db-scheduler.enabled=false", "spring.datasource.url=jdbc:h2:mem:errors;DB_CLOSE_DELAY=-1" })
@Import(ErrorPagesTests.Trouble.class)
class ErrorPagesTests {

	private static final Set<String> INSIDE = Set.of("\tat ", "Exception", "io.shiplift", "org.springframework",
			"secret word", "select ", "Whitelabel", "tomcat", "Tomcat", "thymeleaf");

	private final HttpClient client = HttpClient.newHttpClient();

	@Value("${local.server.port}")
	private int port;

	@ParameterizedTest
	@EnumSource(Kind.class)
	void saysWhatToDoAndNothingOfTheInside(Kind kind) {
		for (String accept : List.of("text/html", "*/*", "application/json", "text/event-stream")) {
			HttpResponse<String> response = get("/help/trouble?kind=" + kind, accept);
			assertThat(response.statusCode()).as(accept).isEqualTo(kind.status.value());
			assertThat(response.body()).as(accept).doesNotContain(INSIDE);
			assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
			if (accept.equals("text/html")) {
				assertThat(response.body()).contains("<h1>", "Go to the home page",
						response.headers().firstValue("X-Request-Id").orElseThrow());
			}
		}
	}

	@Test
	void namesTheReasonOfARefusal() {
		assertThat(get("/help/trouble?kind=REFUSED", "text/html").body()).contains("Somebody holds the crane.");
		assertThat(get("/help/trouble?kind=NOT_FOUND", "text/html").body()).doesNotContain("crane");
	}

	@Test
	void answersBadRequestsBeforeAnyPage() throws IOException {
		assertThat(get("/help/trouble", "text/html").statusCode()).isEqualTo(400);
		assertThat(get("/help/%2e%2e/%2e%2e/etc/passwd", "text/html").statusCode()).isEqualTo(400);
		assertThat(get("/help;jsessionid=1", "text/html").statusCode()).isEqualTo(400);
		assertThat(get("/assets/../application.yml", "text/html").statusCode()).isIn(302, 400, 404);
		assertThat(get("/actuator/env", "text/html").statusCode()).isEqualTo(302);
		assertThat(get("/actuator/health", "application/json").body())
			.isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
	}

	@Test
	void stillAnswersWhenTheErrorPageFailsToo() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI, "/people");
		MockHttpServletResponse response = new MockHttpServletResponse();
		new LastResort().doFilter(request, response, (broken, unanswered) -> {
			throw new ServletException("secret word");
		});
		assertThat(response.getStatus()).isEqualTo(500);
		assertThat(response.getContentAsString()).contains("Something went wrong").doesNotContain(INSIDE);
	}

	private HttpResponse<String> get(String path, String accept) {
		try {
			return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("Accept", accept)
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What goes wrong. */
	enum Kind {

		/** Refused for a reason. */
		REFUSED(HttpStatus.CONFLICT),

		/** Of another team, or nowhere. */
		NOT_FOUND(HttpStatus.NOT_FOUND),

		/** Not allowed. */
		DENIED(HttpStatus.FORBIDDEN),

		/** Changed meanwhile. */
		OVERTAKEN(HttpStatus.CONFLICT),

		/** A status of its own. */
		STATUS(HttpStatus.GONE),

		/** A mistake of ours. */
		BUG(HttpStatus.INTERNAL_SERVER_ERROR),

		/** The database is away. */
		DATABASE(HttpStatus.INTERNAL_SERVER_ERROR),

		/** Even the machine is in trouble. */
		ERROR(HttpStatus.INTERNAL_SERVER_ERROR),

		/** The template breaks half-way. */
		TEMPLATE(HttpStatus.INTERNAL_SERVER_ERROR);

		private final HttpStatus status;

		Kind(HttpStatus status) {
			this.status = status;
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Controller
	static class Trouble {

		@GetMapping("/help/trouble")
		String make(@RequestParam Kind kind, Model model) throws Exception {
			switch (kind) {
				case REFUSED -> throw new Refused("Somebody holds the crane.");
				case NOT_FOUND -> throw new NotFound("the crane");
				case DENIED -> throw new AccessDeniedException("You need the key.");
				case OVERTAKEN -> throw new OptimisticLockingFailureException("secret word");
				case STATUS -> throw new ResponseStatusException(HttpStatus.GONE, "secret word");
				case BUG -> throw new IllegalStateException("secret word");
				case DATABASE -> throw new SQLException("secret word in select * from person");
				case ERROR -> throw new StackOverflowError("secret word");
				default -> {
					model.addAttribute("form", "not a form, so the template breaks");
					return "security/login";
				}
			}
		}

	}

}
