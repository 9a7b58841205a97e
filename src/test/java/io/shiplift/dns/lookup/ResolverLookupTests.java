package io.shiplift.dns.lookup;

import java.util.Map;

import io.shiplift.dns.NameLookup;
import io.shiplift.source.NameServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResolverLookup} against a name server on this machine.
 */
class ResolverLookupTests {

	@Test
	void takesTheRulesOfTheNameItself() {
		assertThat(look("www.shop.example.com",
				Map.of("www.shop.example.com. CAA", "0 issue \"letsencrypt.org\"\n0 issue \"amazon.com\"",
						"example.com. CAA", "0 issue \";\""))
			.issuers()).containsExactly("0 issue \"amazon.com\"", "0 issue \"letsencrypt.org\"");
	}

	@Test
	void takesTheRulesOfTheNearestNameAbove() {
		Map<String, String> records = Map.of("shop.example.com. CAA", "0 issuewild \"amazon.com\"", "example.com. CAA",
				"0 issue \";\"");
		assertThat(look("www.shop.example.com", records).issuers()).containsExactly("0 issuewild \"amazon.com\"");
		assertThat(look("*.shop.example.com", records).issuers()).containsExactly("0 issuewild \"amazon.com\"");
		assertThat(look("blog.example.com", records).issuers()).containsExactly("0 issue \";\"");
	}

	@Test
	void saysThatThereAreNoRules() {
		NameLookup.Found found = look("www.example.com", Map.of("www.example.com. A", "192.0.2.7"));
		assertThat(found.records()).containsExactly("A 192.0.2.7");
		assertThat(found.issuers()).isEmpty();
	}

	@Test
	void doesNotTakeAFailureForAnAnswer() {
		NameLookup.Found found = look("www.example.com",
				Map.of("www.example.com. A", "192.0.2.7", "www.example.com. CAA", "FAILED"));
		assertThat(found.records()).containsExactly("A 192.0.2.7");
		assertThat(found.issuers()).isNull();
	}

	private static NameLookup.Found look(String name, Map<String, String> records) {
		try (NameServer server = new NameServer(records)) {
			return new ResolverLookup(server.address()).look(name);
		}
	}

}
