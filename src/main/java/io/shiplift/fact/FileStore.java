package io.shiplift.fact;

/**
 * The buckets for uploads and for the migration's own files.
 */
public record FileStore(String uploads, String work, String uploadsArn, String workArn) implements Fact {

}
