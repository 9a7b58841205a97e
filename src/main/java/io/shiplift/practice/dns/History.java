package io.shiplift.practice.dns;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.shiplift.dns.DnsHost.DnsRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stood under one name, and when.
 */
record History(List<Entry> entries) {

	/** The record that answers for the name at an instant. */
	Optional<DnsRecord> at(Instant instant) {
		return this.entries.stream()
			.filter((entry) -> entry.stoodAt(instant))
			.map(Entry::record)
			.min(Comparator.comparingInt(History::rank).thenComparing(DnsRecord::type).thenComparing(DnsRecord::value));
	}

	/** When something first stood here. */
	Optional<Instant> beginning() {
		return this.entries.stream().map(Entry::appeared).min(Comparator.naturalOrder());
	}

	/** The next instant after which another answer may hold. */
	Optional<Instant> changeAfter(Instant instant) {
		return this.entries.stream()
			.flatMap((entry) -> Stream.concat(Stream.of(entry.appeared()), Stream.ofNullable(entry.removed())))
			.filter((change) -> change.isAfter(instant))
			.min(Comparator.naturalOrder());
	}

	/** Those that lead visitors come first. */
	private static int rank(DnsRecord record) {
		int index = List.of("CNAME", "ALIAS", "A", "AAAA").indexOf(record.type());
		return (index < 0) ? Integer.MAX_VALUE : index;
	}

	/** A record with the time it stood. */
	record Entry(DnsRecord record, Instant appeared, @Nullable Instant removed) {

		boolean stoodAt(Instant instant) {
			return !instant.isBefore(this.appeared) && (this.removed == null || instant.isBefore(this.removed));
		}

	}

}
