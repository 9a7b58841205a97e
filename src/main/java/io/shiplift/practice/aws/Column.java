package io.shiplift.practice.aws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as they stand in columns: times to the millisecond, maps and lists as JSON.
 */
final class Column {

	/** The time of what will not happen. */
	static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	private static final JsonMapper json = JsonMapper.builder().build();

	private Column() {
	}

	static OffsetDateTime time(Instant instant) {
		return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static String write(Object value) {
		return json.writeValueAsString((value instanceof Map<?, ?> map) ? new TreeMap<>(map) : value);
	}

	static <T> T read(String text, Class<T> type) {
		return json.readValue(text, type);
	}

	static Map<String, String> map(String text) {
		return json.readValue(text, new TypeReference<Map<String, String>>() {
		});
	}

	static List<String> list(String text) {
		return json.readValue(text, new TypeReference<List<String>>() {
		});
	}

}
