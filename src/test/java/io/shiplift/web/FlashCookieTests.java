package io.shiplift.web;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the sentence that survives a redirect.
 */
class FlashCookieTests {

	private final FlashCookie flash = new FlashCookie();

	@Test
	void carriesATextToTheNextPageAndIsGone() {
		Cookie cookie = sent("done", "Saved: a=b&c+d %41 “ü” 🚢 <b>");
		assertThat(cookie.isHttpOnly()).isTrue();
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(received(cookie, response)).containsEntry("done", "Saved: a=b&c+d %41 “ü” 🚢 <b>");
		Cookie gone = response.getCookie(FlashCookie.NAME);
		assertThat(gone).isNotNull();
		assertThat(gone.getMaxAge()).isZero();
	}

	@Test
	void isNotEatenByPiecesOfAPage() {
		Cookie cookie = sent("done", "Saved.");
		MockHttpServletRequest piece = request(cookie);
		piece.addHeader("HX-Request", "true");
		assertThat(this.flash.retrieveAndUpdate(piece, new MockHttpServletResponse()) == null).isTrue();
		MockHttpServletRequest style = new MockHttpServletRequest("GET", "/assets/css/app.css");
		style.setCookies(cookie);
		style.addHeader("Accept", "text/css,*/*");
		assertThat(this.flash.retrieveAndUpdate(style, new MockHttpServletResponse()) == null).isTrue();
	}

	@Test
	void forgetsWhatItCannotRead() {
		for (String value : new String[] { "!!!", "e30", "JT1aWiU", "" }) {
			assertThat(received(new Cookie(FlashCookie.NAME, value), new MockHttpServletResponse()))
				.doesNotContainKey("done");
		}
	}

	@Test
	void fitsIntoACookieAndTakesOnlyTexts() {
		assertThat(sent("problem", "🚢".repeat(2000)).getValue()).hasSizeLessThan(4000);
		FlashMap other = new FlashMap();
		other.put("form", new Object());
		assertThatIllegalArgumentException().isThrownBy(() -> this.flash.saveOutputFlashMap(other,
				new MockHttpServletRequest(), new MockHttpServletResponse()));
	}

	private Cookie sent(String name, String text) {
		FlashMap texts = new FlashMap();
		texts.put(name, text);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.flash.saveOutputFlashMap(texts, new MockHttpServletRequest(), response);
		Cookie cookie = response.getCookie(FlashCookie.NAME);
		assertThat(cookie).isNotNull();
		return cookie;
	}

	private Map<String, Object> received(Cookie cookie, MockHttpServletResponse response) {
		return Objects.requireNonNullElse(this.flash.retrieveAndUpdate(request(cookie), response), Map.of());
	}

	private static MockHttpServletRequest request(Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/people");
		request.setCookies(cookie);
		request.addHeader("Accept", "text/html,application/xhtml+xml");
		return request;
	}

}
