package io.shiplift.dns;

import java.util.List;

/**
 * Asks DNS as anybody can, without an account anywhere.
 */
public interface NameLookup {

	/**
	 * What stands at a name, and where its zone lies. Answers within seconds; what could
	 * not be found out is empty.
	 */
	Found look(String name);

	/**
	 * Records of exactly this name such as {@code CNAME x.herokudns.com}, how many
	 * seconds they are remembered (0 if unknown), the zone and its name servers.
	 */
	record Found(List<String> records, long ttl, String zone, List<String> nameServers) {

	}

}
