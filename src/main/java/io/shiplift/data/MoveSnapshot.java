package io.shiplift.data;

import java.util.List;

/**
 * What the mover noted of the source at the moment of the copy.
 */
record MoveSnapshot(List<String> lines) {

}
