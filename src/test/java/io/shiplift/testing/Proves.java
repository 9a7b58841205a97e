package io.shiplift.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.shiplift.aws.Operation;
import io.shiplift.aws.Operations;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees that a test class really sends every operation that the catalogue says it proves,
 * and to what the catalogue says: the emulator or answers that we wrote.
 */
public final class Proves implements BeforeAllCallback, AfterAllCallback {

	private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

	/** An operation that left, to what answers in this test. */
	public static void sent(Operation.Proof to, Operation operation) {
		SENT.add(entry(to, operation));
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		SENT.clear();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		String test = context.getRequiredTestClass().getSimpleName();
		List<String> promised = Operations.all()
			.stream()
			.filter((operation) -> operation.test().equals(test))
			.map((operation) -> entry(operation.proof(), operation))
			.toList();
		assertThat(SENT).as("what %s sends", test).containsAll(promised);
	}

	private static String entry(Operation.Proof to, Operation operation) {
		return to + " " + operation.name();
	}

}
