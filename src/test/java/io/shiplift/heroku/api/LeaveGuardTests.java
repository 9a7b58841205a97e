package io.shiplift.heroku.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.shiplift.credentials.Leave;
import io.shiplift.heroku.Heroku;
import io.shiplift.outside.OutsideProblem;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nothing but reading leaves this process without leave: every call of the
 * port is made, also those that are added later.
 */
class LeaveGuardTests {

	@Test
	void withoutLeaveOnlyReadingGoesOut() throws IllegalAccessException {
		assertThat(methodsThatSend(Leave.LOOK)).isEmpty();
	}

	@Test
	void forABackupOnlyWhatItNeedsGoesOut() throws IllegalAccessException {
		assertThat(methodsThatSend(Leave.BACKUP)).containsExactly("backupUrl", "captureBackup");
	}

	@Test
	void withLeaveChangesGoOut() throws IllegalAccessException {
		assertThat(methodsThatSend(Leave.CHANGE)).containsExactly("backupUrl", "captureBackup", "maintenance",
				"resetDatabaseConnections", "scale");
	}

	@Test
	void saysWhyItHeldSomethingBack() {
		try (HerokuServer server = new HerokuServer()) {
			Heroku heroku = server.open(Leave.LOOK);
			assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(OutsideProblem.class,
					() -> heroku.maintenance("shop", true)))
				.hasMessageContaining("before a cutover was approved")
				.extracting(OutsideProblem::kind)
				.isEqualTo(OutsideProblem.Kind.REFUSED);
		}
	}

	/** The methods of the port that made the server see something else than GET. */
	private static Set<String> methodsThatSend(Leave leave) throws IllegalAccessException {
		Set<String> sending = new TreeSet<>();
		for (Method method : Heroku.class.getMethods()) {
			try (HerokuServer server = new HerokuServer()) {
				call(method, server.open(leave));
				if (server.requests()
					.stream()
					.map(RecordedRequest::getMethod)
					.anyMatch((verb) -> !verb.equals("GET"))) {
					sending.add(method.getName());
				}
				else {
					assertThat(server.requests()).as("requests of %s", method.getName())
						.hasSizeGreaterThanOrEqualTo((leave == Leave.CHANGE) ? 1 : 0);
				}
			}
		}
		return sending;
	}

	private static void call(Method method, Heroku heroku) throws IllegalAccessException {
		Object[] arguments = Stream.of(method.getParameterTypes()).map(LeaveGuardTests::argument).toArray();
		try {
			method.invoke(heroku, arguments);
		}
		catch (InvocationTargetException ex) {
			assertThat(ex.getCause()).as(method.getName() + Arrays.toString(arguments))
				.isInstanceOf(OutsideProblem.class);
		}
	}

	private static Object argument(Class<?> type) {
		return Map
			.<Class<?>, Object>of(String.class, "shop", int.class, 1, boolean.class, true, Map.class,
					Map.of("worker", 0), List.class, List.of())
			.get(type);
	}

}
