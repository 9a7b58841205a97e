package io.shiplift.repository.python;

import java.util.List;

/**
 * A logical line: what Python reads as one, however many lines of the file it fills.
 */
record Line(int number, int indent, List<Token> tokens) {

}
