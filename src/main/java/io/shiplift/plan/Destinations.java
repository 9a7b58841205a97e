package io.shiplift.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnFate.Kind;

/**
 * Our own table of where the add-ons of Heroku go.
 */
record Destinations(List<Destination> destinations) {

	static final String POSTGRES = "heroku-postgresql";

	static final String REDIS = "heroku-redis";

	private static final Set<String> MYSQL = Set.of("jawsdb", "jawsdb-maria", "cleardb", "stackhero-mysql");

	private static final Destinations STANDARD = load();

	static Destinations standard() {
		return STANDARD;
	}

	/** Where such an add-on goes; empty if nobody knows it. */
	Optional<Destination> of(String service) {
		return this.destinations.stream().filter((destination) -> destination.services().contains(service)).findFirst();
	}

	/** The database that this version moves: that of DATABASE_URL, or the only one. */
	static Optional<SourceApp.AddOn> mainPostgres(SourceApp app) {
		List<SourceApp.AddOn> all = app.addOns().stream().filter((addOn) -> POSTGRES.equals(addOn.service())).toList();
		return all.stream()
			.filter((addOn) -> addOn.configVars().contains("DATABASE_URL"))
			.findFirst()
			.or(() -> all.stream().findFirst());
	}

	/** The add-on behind DATABASE_URL, if that is one of MySQL. */
	static Optional<SourceApp.AddOn> mainMysql(SourceApp app) {
		List<String> owners = app.configVars()
			.stream()
			.filter((configVar) -> configVar.name().equals("DATABASE_URL") && configVar.addOn() != null)
			.map((configVar) -> String.valueOf(configVar.addOn()))
			.toList();
		return app.addOns()
			.stream()
			.filter((addOn) -> owners.contains(addOn.name()) && MYSQL.contains(addOn.service()))
			.findFirst();
	}

	static String read(String name) {
		try (InputStream in = Destinations.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Destinations load() {
		return CanonicalJson.read(read("destinations.json"), Destinations.class);
	}

	/**
	 * A row: what it is for, what we propose, what stands for it on AWS and whether this
	 * version builds that, why, and what people have to do. The {@code price} in US
	 * dollars a month is empty if none is known.
	 */
	record Destination(List<String> services, AddOnSort sort, String title, Kind kind, String target, boolean built,
			String reason, String todo, String price) {

	}

}
