package io.shiplift.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * Marks a test of pages that runs the whole application on an H2 database in memory, with
 * scripted steps and without a background.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "db-scheduler.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@AutoConfigureMockMvc
@Import({ ManualEngine.class, Queries.class, Scene.class, ScriptedEntrance.class, ScriptedRunbook.class,
		Visitors.class })
public @interface PageTest {

}
