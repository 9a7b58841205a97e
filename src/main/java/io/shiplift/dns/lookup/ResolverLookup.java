package io.shiplift.dns.lookup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.shiplift.dns.NameLookup;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the resolver of this machine, and one of the zone's own servers for how long a
 * record is remembered: a resolver only tells how long it will remember it still.
 */
@Component
class ResolverLookup implements NameLookup {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final String resolver;

	/** The resolver is {@code host:port}, or empty for that of the machine. */
	ResolverLookup(@Value("${shiplift.dns.resolver:}") String resolver) {
		this.resolver = resolver;
	}

	@Override
	public Found look(String name) {
		try {
			Name asked = Name.fromString(name, Name.root);
			SimpleResolver usual = usual();
			List<Record> seen = standing(usual, asked);
			Name zone = zone(usual, asked);
			List<String> servers = (zone != null) ? answers(usual, zone, Type.NS).map(ResolverLookup::value).toList()
					: List.of();
			long ttl = seen.stream().mapToLong(Record::getTTL).max().orElse(0);
			return new Found(
					seen.stream().map((one) -> Type.string(one.getType()) + " " + value(one)).sorted().toList(),
					servers.isEmpty() ? ttl : authoritative(servers.getFirst(), asked, ttl),
					(zone != null) ? zone.toString(true) : "", servers.stream().sorted().toList(),
					issuers(usual, asked));
		}
		catch (IOException ex) {
			return new Found(List.of(), 0, "", List.of(), null);
		}
	}

	/** The alias at the name, or else its addresses. */
	private static List<Record> standing(SimpleResolver resolver, Name name) throws IOException {
		List<Record> alias = answers(resolver, name, Type.CNAME).toList();
		if (!alias.isEmpty()) {
			return alias;
		}
		List<Record> addresses = new ArrayList<>(answers(resolver, name, Type.A).toList());
		addresses.addAll(answers(resolver, name, Type.AAAA).toList());
		return addresses;
	}

	/** The nearest name upwards that has name servers. */
	private static @Nullable Name zone(SimpleResolver resolver, Name name) throws IOException {
		Name candidate = name;
		while (candidate.labels() > 2) {
			if (answers(resolver, candidate, Type.SOA).findAny().isPresent()) {
				return candidate;
			}
			candidate = new Name(candidate, 1);
		}
		return null;
	}

	/** The CAA records of the name, or of the nearest name upwards that has any. */
	private static @Nullable List<String> issuers(SimpleResolver resolver, Name name) {
		try {
			Name candidate = name.isWild() ? new Name(name, 1) : name;
			while (candidate.labels() > 2) {
				List<String> rules = known(resolver, candidate, Type.CAA).map(ResolverLookup::value).sorted().toList();
				if (!rules.isEmpty()) {
					return rules;
				}
				candidate = new Name(candidate, 1);
			}
			return List.of();
		}
		catch (IOException ex) {
			return null;
		}
	}

	private long authoritative(String server, Name name, long otherwise) {
		if (!this.resolver.isEmpty()) {
			return otherwise;
		}
		try {
			SimpleResolver own = patient(new SimpleResolver(InetAddress.getByName(server)));
			return standing(own, name).stream().mapToLong(Record::getTTL).max().orElse(otherwise);
		}
		catch (IOException ex) {
			return otherwise;
		}
	}

	private static Stream<Record> answers(SimpleResolver resolver, Name name, int type) throws IOException {
		return records(ask(resolver, name, type), name, type);
	}

	/** The same, but a resolver that failed is no answer. */
	private static Stream<Record> known(SimpleResolver resolver, Name name, int type) throws IOException {
		Message answer = ask(resolver, name, type);
		if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
			throw new IOException("The resolver answered " + Rcode.string(answer.getRcode()));
		}
		return records(answer, name, type);
	}

	private static Message ask(SimpleResolver resolver, Name name, int type) throws IOException {
		return resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
	}

	private static Stream<Record> records(Message answer, Name name, int type) {
		return answer.getSection(Section.ANSWER)
			.stream()
			.filter((one) -> one.getType() == type && one.getName().equals(name));
	}

	private SimpleResolver usual() throws IOException {
		int colon = this.resolver.lastIndexOf(':');
		return patient((colon < 0) ? new SimpleResolver()
				: new SimpleResolver(new InetSocketAddress(InetAddress.getByName(this.resolver.substring(0, colon)),
						Integer.parseInt(this.resolver.substring(colon + 1)))));
	}

	private static SimpleResolver patient(SimpleResolver resolver) {
		resolver.setTimeout(PATIENCE);
		return resolver;
	}

	/** Without the dot at the end. */
	private static String value(Record one) {
		return one.rdataToString().replaceFirst("[.]$", "");
	}

}
