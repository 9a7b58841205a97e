package io.shiplift.heroku.api;

import java.util.List;
import java.util.stream.Stream;

import io.shiplift.credentials.Mask;
import io.shiplift.outside.OutsideProblem.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Turns what Heroku refuses into whose turn it is and what to do.
 */
final class Problems {

	private static final int LONGEST = 300;

	private final Mask mask;

	Problems(Mask mask) {
		this.mask = mask;
	}

	/** What a refusal means; {@code reads} if the call would have changed nothing. */
	HerokuProblem of(String tried, boolean reads, Answer answer) {
		JsonNode body = answer.lenient();
		String id = Fields.text(body, "id");
		Reaction reaction = reaction(answer, id, reads);
		return new HerokuProblem(reaction.kind(), answer.status(), "Heroku answered " + tried + " with "
				+ answer.status() + said(Fields.text(body, "message")) + ". " + reaction.todo());
	}

	private String said(String message) {
		String tidy = this.mask.mask(message.replaceAll("\\s+", " ").strip());
		String cut = (tidy.length() > LONGEST) ? tidy.substring(0, LONGEST) + " ..." : tidy;
		return cut.isEmpty() ? "" : " (" + cut.replaceFirst("[.]$", "") + ")";
	}

	private static Reaction reaction(Answer answer, String id, boolean reads) {
		return switch (answer.status()) {
			case 401 -> person("The token is not valid any more. Replace it on the page Connections.");
			case 402 -> person("Settle the account's open bills at Heroku first.");
			case 403 -> forbidden(answer, id);
			case 404 -> no("There is no such thing, or the token may not see it.");
			case 406, 416 -> no("This is a fault of Shiplift. Report it.");
			case 409 -> new Reaction(Kind.TRANSIENT, "Something else changes it just now. Try again in a minute.");
			case 410 -> no("Heroku has retired this part of its service.");
			case 422 -> id.equals("verification_needed") ? person("Verify the account at Heroku first.")
					: no("Correct what Heroku names, then try again.");
			case 423 -> no("Heroku wants this to be confirmed with the app's name" + answer.headers()
				.values("X-Confirmation-Required")
				.stream()
				.map((app) -> ", " + app)
				.findFirst()
				.orElse("") + ". Do it in Heroku's dashboard.");
			case 429 -> new Reaction(Kind.TRANSIENT,
					"The account's requests in this hour are used up. They come back, 75 a minute.");
			default -> (answer.status() >= 500) ? broken(reads) : no("This is a fault of Shiplift. Report it.");
		};
	}

	private static Reaction forbidden(Answer answer, String id) {
		String needed = answer.header("Oauth-Scope-Accepted");
		String given = answer.header("Oauth-Scope");
		return switch (id) {
			case "two_factor" -> person(
					"The account asks for a second factor with this token. Make another with heroku authorizations:create: such a token needs none. Then replace this one on the page Connections.");
			case "device_trust_required" -> person(
					"The account trusts known browsers only. Make a token in Heroku's dashboard and replace this one on the page Connections.");
			case "suspended" -> person("The account is suspended. Ask Heroku's support.");
			case "delinquent" -> person("Settle the account's open bills at Heroku first.");
			default -> (needed.isEmpty() || contains(needed, given))
					? person("Its owner has no right to this. Have the app shared with them, or use another token.")
					: person("The token may do " + (given.isEmpty() ? "nothing" : given) + ", and this needs " + needed
							+ ". Make a token with the scope global and replace this one on the page Connections.");
		};
	}

	private static boolean contains(String needed, String given) {
		List<String> scopes = List.of(given.split("[,\\s]+"));
		return scopes.contains("global") || Stream.of(needed.split("[,\\s]+")).anyMatch(scopes::contains);
	}

	private static Reaction broken(boolean reads) {
		return reads ? new Reaction(Kind.TRANSIENT, "Heroku has a fault. Try again in a minute.")
				: new Reaction(Kind.UNKNOWN, "Heroku has a fault; whether it did something is looked up first.");
	}

	private static Reaction person(String todo) {
		return new Reaction(Kind.NEEDS_PERSON, todo);
	}

	private static Reaction no(String todo) {
		return new Reaction(Kind.REFUSED, todo);
	}

	private record Reaction(Kind kind, String todo) {

	}

}
