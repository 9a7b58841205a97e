package io.shiplift.security;

import java.util.function.BooleanSupplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells of answers that last long whether the sign-in behind them still holds.
 */
public interface Presence {

	/**
	 * A question that can be asked after the request is over.
	 * @param request the request that began the long answer
	 * @param member who asked, in which team
	 * @return whether this person is still signed in there, for this team
	 */
	BooleanSupplier of(HttpServletRequest request, Member member);

}
