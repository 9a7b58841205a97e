package io.shiplift.data;

import java.util.List;

/**
 * What the worker of a copy noted of the source at the moment of the copy.
 */
record MoveSnapshot(boolean sameVersion, List<String> lines) {

}
