package io.shiplift.aws;

import java.util.List;

/**
 * An operation of AWS that this product may send: which permissions it takes, the steps
 * that need it, and where it is proved that it works.
 *
 * @param service the service as the SDK's module is called
 * @param operation its name as AWS writes it
 * @param actions the permissions it takes
 * @param steps the steps that need it, or {@code connection} for the test on saving
 * @param effect whether it changes anything
 * @param proof what it was tried on
 * @param test the test that sends it, none if only a real account can tell
 */
public record Operation(String service, String operation, List<String> actions, List<String> steps, Effect effect,
		Proof proof, String test) {

	public String name() {
		return this.service + ":" + this.operation;
	}

	/** Whether nothing is different after it. */
	public boolean reads() {
		return this.effect == Effect.READS;
	}

	/** What an operation does. */
	public enum Effect {

		/** Looks. */
		READS,

		/** Makes, changes or removes something. */
		CHANGES

	}

	/** What proves that an operation is sent and understood rightly. */
	public enum Proof {

		/** The emulator moto, which others wrote. */
		MOTO,

		/** Answers of the documented shape, which we wrote. */
		STUB,

		/** Nothing but a real account. */
		ACCOUNT

	}

}
