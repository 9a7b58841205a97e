package io.shiplift.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of every operation that may be sent to AWS. What is not in it does not
 * leave, and the permissions that we ask for are read from it.
 */
public final class Operations {

	private static final Operations ALL = read();

	private final Map<String, Operation> byName;

	private Operations(List<Operation> operations) {
		this.byName = operations.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
	}

	public static List<Operation> all() {
		return ALL.byName.values().stream().sorted(Comparator.comparing(Operation::name)).toList();
	}

	/** An operation by its {@link Operation#name}. */
	public static Optional<Operation> find(String name) {
		return Optional.ofNullable(ALL.byName.get(name));
	}

	private static Operations read() {
		try (InputStream file = Operations.class.getResourceAsStream("operations.json")) {
			return new Operations(
					List.of(JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Operation[].class)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
