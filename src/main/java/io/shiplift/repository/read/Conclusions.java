package io.shiplift.repository.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;

/**
 * Collects what the readers conclude. The first of equals counts, and what is certain
 * comes before what is likely.
 */
public final class Conclusions {

	private static final int MOST_OF_ONE = 400;

	private final Sources sources;

	private final Set<Conclusion> found = new LinkedHashSet<>();

	public Conclusions(Sources sources) {
		this.sources = sources;
	}

	void certain(Topic topic, String name, String value, Place place) {
		add(topic, name, value, place, Confidence.CERTAIN);
	}

	void likely(Topic topic, String name, String value, Place place) {
		add(topic, name, value, place, Confidence.LIKELY);
	}

	void guess(Topic topic, String name, String value, Place place) {
		add(topic, name, value, place, Confidence.GUESSED);
	}

	void problem(String sentence, Place place) {
		add(Topic.PROBLEM, place.file(), sentence, place, Confidence.CERTAIN);
	}

	void add(Topic topic, String name, String value, Place place, Confidence confidence) {
		if (this.found.stream().filter((other) -> other.topic() == topic).count() < MOST_OF_ONE) {
			String text = (place.line() > 0) ? Excerpt.of(this.sources.line(place.file(), place.line())) : "";
			this.found.add(new Conclusion(topic, cut(name), cut(Excerpt.of(value)), place.file(), place.line(), text,
					confidence));
		}
	}

	public Optional<Conclusion> first(Topic topic) {
		return this.found.stream().filter((conclusion) -> conclusion.topic() == topic).findFirst();
	}

	public List<Conclusion> all(Topic topic) {
		return this.found.stream().filter((conclusion) -> conclusion.topic() == topic).toList();
	}

	boolean has(Topic topic, String name) {
		return this.found.stream().anyMatch((conclusion) -> conclusion.about(topic, name));
	}

	/** All by topic, the surest first. */
	public List<Conclusion> sorted() {
		List<Conclusion> sorted = new ArrayList<>(this.found);
		sorted.sort(Comparator.comparing(Conclusion::topic).thenComparing(Conclusion::confidence));
		return sorted;
	}

	private static String cut(String text) {
		return (text.length() > 300) ? text.substring(0, 300) + " ..." : text;
	}

	/**
	 * A line of a file; 0 if it is about the whole file.
	 */
	record Place(String file, int line) {

	}

}
