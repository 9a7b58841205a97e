package io.shiplift.practice.aws;

/**
 * Identifiers of events: the thing's own number, then one that counts up.
 */
final class EventId {

	private EventId() {
	}

	static String of(long thing, int number) {
		return "%d-%06d".formatted(thing, number);
	}

	/** An event of an earlier thing of the same name is before all events of this one. */
	static boolean follows(String id, String afterId) {
		String thing = id.substring(0, id.indexOf('-') + 1);
		return !afterId.startsWith(thing) || id.compareTo(afterId) > 0;
	}

}
