package io.shiplift.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells by the names of its servers who runs a zone.
 */
final class DnsProviders {

	private static final Map<String, String> BY_SERVER = new LinkedHashMap<>();

	static {
		BY_SERVER.put(".ns.cloudflare.com", "Cloudflare");
		BY_SERVER.put(".awsdns-", "Route 53");
		BY_SERVER.put(".domaincontrol.com", "GoDaddy");
		BY_SERVER.put(".registrar-servers.com", "Namecheap");
		BY_SERVER.put(".dnsimple", "DNSimple");
		BY_SERVER.put(".googledomains.com", "Google");
		BY_SERVER.put(".squarespacedns.com", "Squarespace");
		BY_SERVER.put(".digitalocean.com", "DigitalOcean");
		BY_SERVER.put(".nsone.net", "NS1");
		BY_SERVER.put(".azure-dns.", "Azure");
		BY_SERVER.put(".hetzner.", "Hetzner");
		BY_SERVER.put(".ovh.", "OVH");
		BY_SERVER.put(".gandi.net", "Gandi");
		BY_SERVER.put(".dnsmadeeasy.com", "DNS Made Easy");
		BY_SERVER.put(".akam.net", "Akamai");
		BY_SERVER.put(".vercel-dns.com", "Vercel");
		BY_SERVER.put(".ui-dns.", "IONOS");
	}

	private DnsProviders() {
	}

	/** A name, or an empty text if nobody is known by these servers. */
	static String of(List<String> servers) {
		String all = servers.toString().toLowerCase(Locale.ROOT);
		return BY_SERVER.entrySet()
			.stream()
			.filter((known) -> all.contains(known.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

}
