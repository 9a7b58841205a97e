package io.shiplift.code;

/**
 * Somebody wants code to be looked at; told in the transaction that keeps the request.
 */
public record CodeRequested(long scanId) {

}
