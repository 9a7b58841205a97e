package io.shiplift.aws.sdk;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.shiplift.aws.AwsProperties;
import io.shiplift.credentials.Mask;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what every call to AWS passes, and for how the clients are kept.
 */
class OperationGuardTests {

	private final AwsStub aws = new AwsStub();

	private final Access access = new Access("111122223333", "eu-central-1", TestClients.keys());

	@AfterEach
	void close() {
		this.aws.close();
	}

	@Test
	void holdsBackWhatTheCatalogueDoesNotKnow() {
		this.aws.xml("DeleteUser", "");
		try (Clients clients = this.aws.clients()) {
			assertThatExceptionOfType(OutsideProblem.class)
				.isThrownBy(() -> clients.iam().deleteUser((user) -> user.userName("root")))
				.withMessageContaining("Shiplift held back iam:DeleteUser")
				.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
		}
		assertThat(this.aws.sent("DeleteUser")).isEmpty();
	}

	@Test
	void countsTheCallsOfAnAccountHoweverManyConnectionsLeadThere() {
		this.aws.answer("DescribeSecret", 200, "{}");
		ClientPool pool = new ClientPool(new AwsProperties(this.aws.endpoint()), new Mask(), Clock.systemUTC());
		SdkSecrets one = new SdkSecrets(pool.open("one", "eu-central-1", () -> this.access));
		SdkSecrets two = new SdkSecrets(pool.open("two", "eu-central-1", () -> this.access));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> {
			for (int calls = 0; calls < 5000; calls++) {
				((calls % 2 == 0) ? one : two).find("x");
			}
		})
			.withMessageContaining("Shiplift asks this AWS account only so often")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.TRANSIENT));
		assertThat(this.aws.sent("DescribeSecret").size()).isBetween(270, 2000);
	}

	@Test
	void keepsClientsUntilTheConnectionChanges() {
		ClientPool pool = new ClientPool(new AwsProperties(this.aws.endpoint()), new Mask(), Clock.systemUTC());
		AtomicInteger made = new AtomicInteger();
		Clients first = open(pool, "one", "eu-central-1", made);
		assertThat(open(pool, "one", "eu-central-1", made)).isSameAs(first);
		assertThat(open(pool, "one", "us-east-1", made)).isNotSameAs(first);
		assertThat(made).hasValue(2);
		pool.forget("one");
		assertThat(open(pool, "one", "eu-central-1", made)).isNotSameAs(first);
		for (int other = 0; other < 50; other++) {
			open(pool, "other-" + other, "eu-central-1", made);
		}
		open(pool, "one", "eu-central-1", made);
		assertThat(made).hasValue(54);
	}

	/**
	 * Spring looks at the signatures of beans when it starts, and would load the SDK; the
	 * interfaces of credentials alone bring nothing along.
	 */
	@Test
	void noBeanShowsTheSdk() throws ClassNotFoundException {
		ClassPathScanningCandidateComponentProvider beans = new ClassPathScanningCandidateComponentProvider(true);
		for (var bean : beans.findCandidateComponents("io.shiplift.aws")) {
			Class<?> type = Class.forName(Objects.requireNonNull(bean.getBeanClassName()));
			Stream<Class<?>> shown = Stream
				.of(Arrays.stream(type.getDeclaredConstructors())
					.map(Constructor::getParameterTypes)
					.flatMap(Arrays::stream),
						Arrays.stream(type.getDeclaredMethods()).map(Method::getParameterTypes).flatMap(Arrays::stream),
						Arrays.stream(type.getDeclaredMethods()).map(Method::getReturnType),
						Arrays.stream(type.getDeclaredFields()).map(Field::getType))
				.flatMap((part) -> part)
				.filter((part) -> !part.isInterface() || part.getPackage() != AwsCredentials.class.getPackage());
			assertThat(shown).as(type.getName())
				.noneMatch((part) -> part.getName().startsWith("software.amazon.awssdk"));
		}
	}

	private Clients open(ClientPool pool, String connection, String region, AtomicInteger made) {
		return pool.open(connection, region, () -> {
			made.incrementAndGet();
			return this.access;
		});
	}

}
