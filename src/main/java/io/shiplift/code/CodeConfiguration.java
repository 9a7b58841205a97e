package io.shiplift.code;

import java.time.Clock;

import io.shiplift.repository.Repositories;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up where code may come from. Addresses inside a network are for tests only.
 */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

	@Bean
	Repositories repositories(@Value("${shiplift.code.inside-allowed:false}") boolean insideAllowed, Clock clock) {
		return new Repositories(insideAllowed, clock);
	}

}
