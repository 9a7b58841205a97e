package io.shiplift.aws.sdk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import io.shiplift.aws.Operation;
import io.shiplift.aws.Operations;
import io.shiplift.aws.sdk.AwsProblem.Again;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends calls and puts what goes wrong in our words. What was certainly not carried out,
 * and what only looks, is tried again a few times; of anything else nobody knows before
 * somebody looked.
 */
final class Calls {

	private static final int TRIES = 6;

	private static final Set<Again> REST = EnumSet.of(Again.NO, Again.RENEWED);

	private final Problems problems;

	private final Runnable renew;

	private final IntConsumer pause;

	Calls(Problems problems, Runnable renew, IntConsumer pause) {
		this.problems = problems;
		this.renew = renew;
		this.pause = pause;
	}

	/** The same for calls that carry a secret, which no message may repeat. */
	Calls hiding(String secret) {
		return new Calls(this.problems.hiding(secret), this.renew, this.pause);
	}

	/** Sends an operation of the catalogue; {@code target} is what it is about. */
	<T> T call(String operation, String target, Supplier<T> call) {
		Operation known = Operations.find(operation).orElseThrow();
		boolean renewed = false;
		for (int tries = 1;; tries++) {
			try {
				return call.get();
			}
			catch (SdkException ex) {
				AwsProblem problem = this.problems.of(known, target, ex);
				boolean renews = problem.again() == Again.RENEWED && !renewed;
				if (tries == TRIES || (REST.contains(problem.again()) && !renews)) {
					throw problem;
				}
				if (renews) {
					this.renew.run();
					renewed = true;
				}
				else {
					this.pause.accept(tries);
				}
			}
		}
	}

	/** The same if AWS may answer with one of these codes that there is no such thing. */
	<T> Optional<T> find(String operation, String target, Supplier<T> call, String... missing) {
		try {
			return Optional.of(call(operation, target, call));
		}
		catch (AwsProblem ex) {
			if (ex.says(missing)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
