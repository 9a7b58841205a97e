package io.shiplift.check;

import java.util.Optional;

import io.shiplift.repository.Proposal;

/**
 * Judges by what the doctor says of one change of the code, so that the same patch makes
 * both content.
 */
public final class Changes {

	private Changes() {
	}

	/** What the doctor says of the change with this key. */
	public static Verdict judge(CheckContext context, String key) {
		if (context.scan().proposals().isEmpty()) {
			return Verdict.unknown("We found no settings of Django in the code. Say on the page of the code which"
					+ " module they are in, and read it again.");
		}
		Optional<Proposal> proposal = context.scan().proposal(key);
		return proposal.map(Changes::verdict)
			.orElseGet(() -> Verdict.clear("Nothing in the code gives a reason to ask."));
	}

	private static Verdict verdict(Proposal proposal) {
		return switch (proposal.state()) {
			case FINE -> Verdict.clear(proposal.why());
			case NEEDED -> Verdict.of(Finding.warning(proposal.why(), remedy(proposal)).seen(proposal.place()));
			case LOOK -> Verdict.of(Finding.info(proposal.why(), remedy(proposal)).seen(proposal.place()));
		};
	}

	private static String remedy(Proposal proposal) {
		return "“" + proposal.title() + "”: "
				+ (proposal.hasPatch()
						? "the page of the code has this as a patch. Deploy it to Heroku first: it works on both sides."
						: "the page of the code says what to change by hand.");
	}

}
