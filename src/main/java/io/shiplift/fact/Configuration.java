package io.shiplift.fact;

import java.util.Map;

/**
 * Where the application's config vars live on AWS: references to secrets, and plain
 * values.
 */
public record Configuration(Map<String, String> secrets, Map<String, String> plain) implements Fact {

}
