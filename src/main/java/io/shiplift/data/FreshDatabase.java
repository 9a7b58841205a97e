package io.shiplift.data;

import java.util.List;

/**
 * A new, empty database as its owner opens it, and what differs from its model.
 */
public record FreshDatabase(DatabaseAddress address, List<String> remarks) {

}
