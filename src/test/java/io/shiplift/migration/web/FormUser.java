package io.shiplift.migration.web;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.security.Member;

import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Somebody who opens pages and sends their forms.
 */
record FormUser(MockMvcTester mvc, Member member) {

	Answer get(String path) {
		return answer(this.mvc.get().uri(path).with(authentication(token())).exchange());
	}

	/** Opens a page that must be there. */
	Answer open(String path) {
		Answer answer = get(path);
		assertThat(answer.status()).as(answer.html()).isEqualTo(200);
		return answer;
	}

	Answer post(String path, Map<String, String> form) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(path);
		form.forEach(request::param);
		return answer(request.with(authentication(token())).with(csrf()).exchange());
	}

	Answer upload(String path, String name, byte[] content) {
		return answer(this.mvc.post()
			.uri(path)
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.with(authentication(token()))
			.with(csrf())
			.exchange());
	}

	/** Sends the form of a page with some fields changed. */
	Answer send(String page, String to, String... changes) {
		Map<String, String> form = open(page).form();
		for (int index = 0; index < changes.length; index += 2) {
			form.put(changes[index], changes[index + 1]);
		}
		return post(to, form);
	}

	/** Makes a migration of the shop, answers it as proposed, and says where it is. */
	String answered(Migrations migrations) {
		String base = "/migrations/" + migrations.create("Shop", this.member).id();
		post(base + "/answers/proposals", Map.of()).redirect();
		return base;
	}

	/** A field of an answer as it is kept. */
	String value(Migrations migrations, String base, String question, String field) {
		return Answers.fromJson(migrations.find(id(base), this.member).answers()).value(question, field);
	}

	/** The migration that lies there. */
	static String id(String base) {
		return base.substring("/migrations/".length());
	}

	/** The token of a form that nobody sent yet. */
	static String fresh() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	private TestingAuthenticationToken token() {
		return new TestingAuthenticationToken(this.member, null, "ROLE_USER");
	}

	private static Answer answer(MvcTestResult result) {
		try {
			return new Answer(result.getResponse().getStatus(), String.valueOf(result.getResponse().getRedirectedUrl()),
					result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back, and what its form would send if nothing were changed.
	 */
	record Answer(int status, String location, String html) {

		private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

		private static final Pattern SELECT = Pattern.compile("<select[^>]*name=\"([^\"]+)\".*?</select>",
				Pattern.DOTALL);

		private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

		String redirect() {
			assertThat(this.status).as(this.html).isEqualTo(302);
			return this.location;
		}

		Map<String, String> form() {
			Map<String, String> form = new LinkedHashMap<>();
			String main = this.html.substring(this.html.indexOf("<main"), this.html.indexOf("</main>"));
			Matcher inputs = INPUT.matcher(main);
			while (inputs.find()) {
				if (!inputs.group().contains("type=\"radio\"") || inputs.group().contains("checked=")) {
					form.put(attribute(inputs.group(), "name"), attribute(inputs.group(), "value"));
				}
			}
			Matcher selects = SELECT.matcher(main);
			while (selects.find()) {
				Matcher chosen = CHOSEN.matcher(selects.group());
				assertThat(chosen.find()).isTrue();
				form.put(selects.group(1), chosen.group(1));
			}
			form.remove("_csrf");
			return form;
		}

		private static String attribute(String tag, String name) {
			Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
			return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
		}

	}

}
