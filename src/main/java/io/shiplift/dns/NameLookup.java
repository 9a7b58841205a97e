package io.shiplift.dns;

import java.util.List;

import org.jspecify.annotations.Nullable;

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
	 * seconds they are remembered (0 if unknown), the zone and its name servers. The
	 * {@code issuers} are the CAA records that count for the name, its own or those of
	 * the nearest name above, such as {@code 0 issue "amazon.com"}: none if everybody may
	 * issue certificates, null if nobody could tell.
	 */
	record Found(List<String> records, long ttl, String zone, List<String> nameServers,
			@Nullable List<String> issuers) {

	}

}
