package io.shiplift.heroku.api;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the token at the last moment, hop by hop, so that a redirect to somewhere else
 * goes without it.
 */
final class Bearer implements Interceptor {

	private final HerokuProperties properties;

	Bearer(HerokuProperties properties) {
		this.properties = properties;
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		Token token = request.tag(Token.class);
		if (token == null || !this.properties.trusts(request.url())) {
			return chain.proceed(request.newBuilder().removeHeader("Authorization").build());
		}
		return chain.proceed(request.newBuilder().header("Authorization", "Bearer " + token.value()).build());
	}

	/** A token that does not show itself. */
	record Token(String value) {

		@Override
		public String toString() {
			return "Token[hidden]";
		}

	}

}
