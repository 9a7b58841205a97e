package io.shiplift.repository.python;

/**
 * Something that Python could not read, and on which line.
 */
public record Syntax(int line, String what) {

}
