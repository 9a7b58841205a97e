package io.shiplift.practice.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.dns.DnsHost.DnsRecord;
import io.shiplift.dns.DnsHost.Sighting;

/**
 * A name server, or a public resolver that keeps what it learned until the time to live
 * is over and then asks again. What it sees is a pure function of history and time.
 *
 * @param lag seconds until a change comes this far
 * @param phase how much of its time to live the first answer had left, from 0 to 1
 */
record Resolver(String name, boolean authoritative, double lag, double phase) {

	/** All that are asked. */
	static final List<Resolver> ALL = List.of(new Resolver("ns1.dns-host.example", true, 1, 0),
			new Resolver("ns2.dns-host.example", true, 6, 0), new Resolver("1.1.1.1 (Cloudflare)", false, 8, 0.15),
			new Resolver("8.8.8.8 (Google)", false, 8, 0.45), new Resolver("9.9.9.9 (Quad9)", false, 12, 0.7),
			new Resolver("208.67.222.222 (OpenDNS)", false, 16, 0.95));

	/** How long resolvers remember that a name has no record. */
	private static final long NOTHING_TTL = 60;

	/**
	 * What this resolver answers. Times to live are counted in seconds of the zone, which
	 * pass {@code speed} times faster than those on the wall.
	 */
	Sighting look(History history, Instant now, double speed) {
		Instant seen = now.minus(seconds(this.lag, speed));
		if (this.authoritative) {
			Optional<DnsRecord> record = history.at(seen);
			return sighting(record, record.map(DnsRecord::ttl).orElse(0L));
		}
		Optional<Instant> beginning = history.beginning();
		if (beginning.isEmpty() || seen.isBefore(beginning.get())) {
			return sighting(Optional.empty(), 0);
		}
		return cached(history, beginning.get(), seen, speed);
	}

	private Sighting cached(History history, Instant beginning, Instant seen, double speed) {
		Instant asked = beginning;
		Duration kept = seconds(ttl(history.at(asked)) * this.phase, speed);
		while (!asked.plus(kept).isAfter(seen)) {
			asked = latest(asked.plus(kept), kept(history, asked.plus(kept), speed), history, seen);
			kept = kept(history, asked, speed);
		}
		Duration left = Duration.between(seen, asked.plus(kept));
		return sighting(history.at(asked), (long) Math.ceil(left.toMillis() * speed / 1000));
	}

	/** Skips the times at which it asked and heard the same as before. */
	private static Instant latest(Instant asked, Duration kept, History history, Instant seen) {
		Instant end = history.changeAfter(asked).filter((change) -> change.isBefore(seen)).orElse(seen);
		long rounds = Duration.between(asked, end).toNanos() / kept.toNanos();
		return asked.plus(kept.multipliedBy(Math.max(0, rounds)));
	}

	private static Duration kept(History history, Instant asked, double speed) {
		return seconds(ttl(history.at(asked)), speed);
	}

	private static long ttl(Optional<DnsRecord> record) {
		return Math.max(1, record.map(DnsRecord::ttl).orElse(NOTHING_TTL));
	}

	private static Duration seconds(double seconds, double speed) {
		return Duration.ofNanos(Math.max(1_000, Math.round(seconds * 1e9 / speed)));
	}

	private Sighting sighting(Optional<DnsRecord> record, long ttlLeft) {
		return new Sighting(this.name, this.authoritative, record.map(DnsRecord::value).orElse(null), ttlLeft);
	}

}
