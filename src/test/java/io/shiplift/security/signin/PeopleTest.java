package io.shiplift.security.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.shiplift.testing.ManualEngine;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * Marks a test about people that runs the whole application with a clock set by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "db-scheduler.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:people;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000" })
@AutoConfigureMockMvc
@Import({ ManualEngine.class, Harbour.class })
@interface PeopleTest {

}
