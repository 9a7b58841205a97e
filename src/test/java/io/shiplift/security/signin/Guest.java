package io.shiplift.security.signin;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.Cookie;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Somebody at a browser of their own, with its cookies.
 */
class Guest {

	private final MockMvcTester mvc;

	private final Map<String, Cookie> cookies = new HashMap<>();

	private String address = "192.0.2.1";

	Guest(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	Guest at(String address) {
		this.address = address;
		return this;
	}

	Guest signedIn(String email, String password) {
		MvcTestResult result = signIn(email, password);
		if (result.getResponse().getStatus() != 302) {
			throw new IllegalStateException("Could not sign in as " + email);
		}
		return this;
	}

	MvcTestResult signIn(String email, String password) {
		return post("/login", "username", email, "password", password);
	}

	MvcTestResult get(String path) {
		return kept(dressed(this.mvc.get().uri(path)).header("Accept", "text/html").exchange());
	}

	/** Sends a form with a valid CSRF token; fields are names and values in turn. */
	MvcTestResult post(String path, String... fields) {
		MockMvcTester.MockMvcRequestBuilder request = dressed(this.mvc.post().uri(path)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return kept(request.exchange());
	}

	Cookie cookie(String name) {
		return this.cookies.get(name);
	}

	Guest with(Cookie cookie) {
		this.cookies.put(cookie.getName(), cookie);
		return this;
	}

	private MockMvcTester.MockMvcRequestBuilder dressed(MockMvcTester.MockMvcRequestBuilder request) {
		request.remoteAddress(this.address);
		this.cookies.values().forEach(request::cookie);
		return request;
	}

	private MvcTestResult kept(MvcTestResult result) {
		for (Cookie cookie : result.getResponse().getCookies()) {
			if (cookie.getMaxAge() == 0 || cookie.getValue() == null || cookie.getValue().isEmpty()) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie);
			}
		}
		return result;
	}

}
