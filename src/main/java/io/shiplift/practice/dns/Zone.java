package io.shiplift.practice.dns;

import java.util.List;
import java.util.Locale;

import io.shiplift.dns.DnsHost.DnsRecord;

/**
 * The zone that every practice world starts with.
 */
final class Zone {

	static final String NAME = "example.com";

	static final List<DnsRecord> RECORDS = List.of(
			new DnsRecord("shop.example.com", "CNAME", "tranquil-harbor-4f2a.herokudns.com", 3600),
			new DnsRecord("www.shop.example.com", "CNAME", "serene-anchor-9c1d.herokudns.com", 3600),
			new DnsRecord("example.com", "MX", "10 mail.example.com", 3600),
			new DnsRecord("mail.example.com", "A", "192.0.2.25", 3600));

	private Zone() {
	}

	static boolean holds(String name) {
		return name.equals(NAME) || name.endsWith("." + NAME);
	}

	/** Names are the same in any case and with or without a dot at the end. */
	static String tidy(String name) {
		String lower = name.strip().toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}

	static DnsRecord tidy(DnsRecord record) {
		return new DnsRecord(tidy(record.name()), record.type().toUpperCase(Locale.ROOT), record.value().strip(),
				record.ttl());
	}

}
