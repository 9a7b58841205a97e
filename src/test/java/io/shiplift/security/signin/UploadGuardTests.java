package io.shiplift.security.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UploadGuard}.
 */
class UploadGuardTests {

	@AfterEach
	void leave() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@CsvSource({ "/migrations/k3f9abcd/code/archive, 512000000, 200",
			"/migrations/k3f9abcd/code/archive, 513000001, 413", "/migrations/k3f9abcd/code/archive, 600000000, 413",
			"/migrations/k3f9abcd/code/archive, -1, 413", "/migrations/k3f9abcd/source/backup, 600000000, 200",
			"/migrations/k3f9abcd/source/backup, 2000000001, 413" })
	void letsNothingInThatIsTooLarge(String path, long bytes, int status) throws ServletException, IOException {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ann", "x", "OPERATOR"));
		assertThat(send(path, bytes)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "/migrations/k3f9abcd/code/archive, 1000", "/migrations/k3f9abcd/source/backup, 1000" })
	void letsNobodyInWhoIsNotKnown(String path, long bytes) throws ServletException, IOException {
		assertThat(send(path, bytes)).isEqualTo(403);
	}

	private static int send(String path, long bytes) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {

			@Override
			public long getContentLengthLong() {
				return bytes;
			}

		};
		request.setContentType("multipart/form-data; boundary=x");
		if (bytes < 0) {
			request.addHeader("Transfer-Encoding", "chunked");
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		new UploadGuard(2_000_000_000).doFilter(request, response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
		return response.getStatus();
	}

}
