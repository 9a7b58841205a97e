package io.shiplift.practice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Binds the settings of the practice world.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticeProperties.class)
class PracticeConfiguration {

}
