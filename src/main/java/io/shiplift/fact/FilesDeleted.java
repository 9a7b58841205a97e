package io.shiplift.fact;

/**
 * Files with data of the app that were deleted from this machine.
 */
public record FilesDeleted(int files, long bytes) implements Fact {

}
