package io.shiplift.fact;

/**
 * The uploaded application version.
 */
public record SourceBundle(String bucket, String objectKey, String versionLabel) implements Fact {

}
