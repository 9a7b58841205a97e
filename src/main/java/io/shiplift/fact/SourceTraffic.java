package io.shiplift.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How visitors and log lines leave and reach the app. Addresses of drains are kept
 * without what may be a password.
 */
public record SourceTraffic(List<HostName> hostNames, List<Certificate> certificates, List<String> drains) {

	/** Nothing is known. */
	public static final SourceTraffic NONE = new SourceTraffic(List.of(), List.of(), List.of());

	@SuppressWarnings("ConstantValue")
	public SourceTraffic {
		hostNames = List.copyOf(Objects.requireNonNullElse(hostNames, List.of()));
		certificates = List.copyOf(Objects.requireNonNullElse(certificates, List.of()));
		drains = List.copyOf(Objects.requireNonNullElse(drains, List.of()));
	}

	/**
	 * A host name of its own with what Heroku expects it to point at, how its certificate
	 * stands, and what DNS says just now.
	 */
	public record HostName(String name, String target, String status, String certificateStatus, Seen dns) {

		/** Whether DNS sends visitors to Heroku. */
		public boolean pointsToHeroku() {
			return this.dns.records().stream().anyMatch((entry) -> entry.matches(".*\\.heroku(dns|app|ssl)\\.com\\.?"));
		}

	}

	/**
	 * What DNS says of a name: its own records such as {@code CNAME x.herokudns.com}, how
	 * long they are remembered in seconds (0 if unknown), the zone it lies in, that
	 * zone's name servers and who runs them, such as {@code Cloudflare}, as far as known.
	 * The {@code issuers} are the CAA records that count for the name; null if nobody has
	 * asked for them.
	 */
	public record Seen(List<String> records, long ttl, String zone, List<String> nameServers, String provider,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> issuers) {

		/** Nobody looked, or nothing was found. */
		public static final Seen NOTHING = new Seen(List.of(), 0, "", List.of(), "");

		@SuppressWarnings("ConstantValue")
		public Seen {
			records = List.copyOf(Objects.requireNonNullElse(records, List.of()));
			nameServers = List.copyOf(Objects.requireNonNullElse(nameServers, List.of()));
			issuers = (issuers != null) ? List.copyOf(issuers) : null;
		}

		/** A look that did not ask for CAA records. */
		public Seen(List<String> records, long ttl, String zone, List<String> nameServers, String provider) {
			this(records, ttl, zone, nameServers, provider, null);
		}

	}

	/** A certificate at Heroku; {@code automatic} if Heroku renews it by itself. */
	public record Certificate(String name, List<String> hostNames, boolean automatic, String issuer,
			@Nullable Instant expires) {

	}

}
