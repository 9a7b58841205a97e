package io.shiplift.dns;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Whoever answers for a zone. A change is one atomic act.
 */
public interface DnsHost {

	/** The zone that holds a name, or empty if this host does not answer for it. */
	Optional<String> zoneOf(String name);

	/** Records of exactly this name. */
	List<DnsRecord> records(String name);

	/**
	 * Replaces records in one act: those in {@code before} must stand exactly so, else
	 * the change is refused; those in {@code after} stand afterwards.
	 */
	void replace(List<DnsRecord> before, List<DnsRecord> after, String token);

	/** What the authoritative servers and several public resolvers answer for a name. */
	List<Sighting> look(String name);

	/** A record; time to live in seconds. */
	record DnsRecord(String name, String type, String value, long ttl) {

	}

	/** What one resolver sees: the record's value, or nothing. */
	record Sighting(String resolver, boolean authoritative, @Nullable String value, long ttlLeft) {

	}

}
