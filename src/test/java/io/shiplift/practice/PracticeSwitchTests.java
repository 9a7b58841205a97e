package io.shiplift.practice;

import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.credentials.Connection;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for an application without a practice world.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.practice.enabled=false",
		"shiplift.home=target/switch", "spring.datasource.url=jdbc:h2:mem:switch;DB_CLOSE_DELAY=-1" })
class PracticeSwitchTests {

	@Autowired
	ApplicationContext context;

	@Test
	void canBeSwitchedOffAsAWhole() {
		assertThat(this.context.getBeansOfType(Object.class).values()).map((bean) -> bean.getClass().getPackageName())
			.filteredOn((name) -> name.startsWith("io.shiplift.practice"))
			.allMatch("io.shiplift.practice"::equals);
		assertThat(this.context.getBeansOfType(Ledger.class)).isEqualTo(Map.of());
		assertThatIllegalStateException()
			.isThrownBy(() -> this.context.getBean(AwsAccounts.class).open(new Connection.Practice("w"), "us-east-1"))
			.withMessageContaining("Nothing serves");
	}

}
