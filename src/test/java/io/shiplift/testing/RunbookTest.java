package io.shiplift.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * Marks a test of whole runs with the real steps and real databases in the practice
 * world. All such tests share one application, whose runs a {@link Pilot} steers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.practice.speed=2000",
		"spring.datasource.url=jdbc:h2:mem:runbook;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@AutoConfigureMockMvc
@Import({ ManualEngine.class, OwnHome.class, Pilot.class, Pilot.Plans.class })
public @interface RunbookTest {

}
