package io.shiplift.check;

/**
 * What makes each check of domains find something.
 */
final class DomainsFixtures {

	private DomainsFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("heroku-name", (seen) -> seen.noDomains());
		fixtures.broken("points-elsewhere", (seen) -> seen.host("cdn.example.com", 60, "A 203.0.113.9"));
		fixtures.broken("apex", (seen) -> seen.apex("example.com", "GoDaddy"));
		fixtures.broken("caa",
				(seen) -> seen.host("www.example.com", 60, "CNAME shop.herokudns.com",
						"CAA 0 issue \"letsencrypt.org\""),
				(seen) -> seen.host("www.example.com", 60, "CNAME shop.herokudns.com", "CAA 0 issue \";\""),
				(seen) -> seen.host("www.example.com", 60, "CNAME shop.herokudns.com",
						"CAA 0 issue \"not-amazon.com\""),
				(seen) -> seen.host("*.example.com", 60, "CNAME shop.herokudns.com", "CAA 0 issue \"amazon.com\"",
						"CAA 0 issuewild \"letsencrypt.org\""));
		fixtures.broken("ttl", (seen) -> seen.host("www.example.com", 3600, "CNAME shop.herokudns.com"));
		fixtures.broken("dns-by-hand", (seen) -> seen.zone("www.example.com", "GoDaddy"));
		fixtures.broken("wildcard", (seen) -> seen.host("*.example.com", 60, "CNAME shop.herokudns.com"));
		fixtures.broken("certificate-expiry", (seen) -> seen.certificate("star-1", false, "DigiCert", 9));
		fixtures.broken("uploaded-certificate", (seen) -> seen.certificate("star-1", false, "DigiCert", 200));
		fixtures.broken("certificate-state", (seen) -> seen.failing("old.example.com"));
	}

}
