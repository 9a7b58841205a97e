package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.shiplift.outside.OutsideProblem;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the client programs {@code pg_dump}, {@code pg_restore} and {@code psql} on this
 * machine. They must be at least as new as the server they read.
 */
@Component
public class DatabaseTools {

	private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

	private static final List<String> NAMES = List.of("pg_dump", "pg_restore", "psql");

	private final Supplier<List<Path>> places;

	@Autowired
	DatabaseTools(@Value("${shiplift.postgres-tools:}") String directory) {
		this(directory.isBlank() ? DatabaseTools::usualPlaces : () -> List.of(Path.of(directory)));
	}

	private DatabaseTools(Supplier<List<Path>> places) {
		this.places = places;
	}

	static DatabaseTools in(Path directory) {
		return new DatabaseTools(() -> List.of(directory));
	}

	/**
	 * What keeps the tools of this machine from reading a server of that major version.
	 */
	public Optional<String> check(int serverMajor) {
		List<Kit> kits = kits();
		if (kits.isEmpty()) {
			return Optional.of("The PostgreSQL client programs pg_dump, pg_restore and psql were not found on the PATH"
					+ " or in /usr/lib/postgresql. Install them (Debian and Ubuntu: apt-get install postgresql-client"
					+ ((serverMajor > 0) ? "-" + serverMajor : "") + "), then look again.");
		}
		int newest = kits.getLast().major();
		return (newest >= serverMajor) ? Optional.empty()
				: Optional.of("The database server is PostgreSQL " + serverMajor + ", but the newest pg_dump here is "
						+ newest + ", which cannot read it. Install the client programs of PostgreSQL " + serverMajor
						+ " or later (package postgresql-client-" + serverMajor + "), then look again.");
	}

	/**
	 * The oldest tools that are new enough, as newer ones write what older servers
	 * refuse.
	 */
	Kit forServer(int serverMajor) {
		check(serverMajor).ifPresent((problem) -> {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, problem);
		});
		return kits().stream().filter((kit) -> kit.major() >= serverMajor).findFirst().orElseThrow();
	}

	/** The newest tools, which read whatever any here can. */
	Kit newest() {
		check(0).ifPresent((problem) -> {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, problem);
		});
		return kits().getLast();
	}

	/** Oldest first. */
	private List<Kit> kits() {
		return this.places.get()
			.stream()
			.filter((place) -> NAMES.stream().allMatch((name) -> Files.isExecutable(place.resolve(name))))
			.flatMap((place) -> major(place.resolve("pg_dump")).map((major) -> new Kit(place, major)).stream())
			.sorted(Comparator.comparingInt(Kit::major))
			.toList();
	}

	private static Optional<Integer> major(Path program) {
		Matcher matcher = VERSION.matcher(Command.run(List.of(program.toString(), "--version")).output());
		return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
	}

	private static List<Path> usualPlaces() {
		List<Path> places = new ArrayList<>();
		Path debian = Path.of("/usr/lib/postgresql");
		if (Files.isDirectory(debian)) {
			try (Stream<Path> majors = Files.list(debian)) {
				majors.map((major) -> major.resolve("bin")).forEach(places::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.filter((place) -> !place.isBlank())
			.map(Path::of)
			.forEach(places::add);
		return places;
	}

	/**
	 * A directory with all three programs, and their version.
	 */
	record Kit(Path directory, int major) {

	}

}
