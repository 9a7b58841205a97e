package io.shiplift.aws;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where AWS is. Only the start of the application can say something else, for tests.
 *
 * @param endpoint what answers instead of every service of AWS
 */
@ConfigurationProperties("shiplift.aws")
public record AwsProperties(@Nullable URI endpoint) {

}
