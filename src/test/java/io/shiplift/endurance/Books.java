package io.shiplift.endurance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the application wrote down, read past it: the journal's chain and the ledger of
 * the practice world.
 */
record Books(String url, String user, String password) {

	/** Changes that were made in a world, oldest first. */
	List<Effect> effects(String world) {
		List<Effect> effects = new ArrayList<>();
		try (Connection connection = open();
				PreparedStatement statement = connection
					.prepareStatement("select service, call, token, target, effect from practice_ledger"
							+ " where world = ? and effect <> 'NONE' order by id")) {
			statement.setString(1, world);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					effects.add(new Effect(row.getString(1) + "." + row.getString(2), row.getString(3),
							row.getString(4), row.getString(5)));
				}
			}
			return effects;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The first line of the journal that does not fit, if any. */
	Optional<String> breakInChain() {
		long id = 0;
		String hash = "0".repeat(64);
		try (Connection connection = open();
				PreparedStatement statement = connection
					.prepareStatement("select id, at, team_id, migration_id, run_id, step_key, kind, actor, text,"
							+ " previous_hash, hash from journal order by id");
				ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				if (row.getLong("id") != id + 1 || !row.getString("previous_hash").equals(hash)
						|| !row.getString("hash").equals(hash(row))) {
					return Optional.of("after entry " + id);
				}
				id = row.getLong("id");
				hash = row.getString("hash");
			}
			return Optional.empty();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection open() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	private static String hash(ResultSet row) throws SQLException {
		List<String> fields = List.of(row.getString("id"),
				row.getObject("at", OffsetDateTime.class).toInstant().toString(), row.getString("team_id"),
				String.valueOf(row.getString("migration_id")), String.valueOf(row.getString("run_id")),
				String.valueOf(row.getString("step_key")), row.getString("kind"), row.getString("actor"),
				row.getString("text"), row.getString("previous_hash"));
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (String field : fields) {
				byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
				digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One change in the outside world.
	 */
	record Effect(String call, String token, String target, String effect) {

		/** The later ones of a token that counts a person's retries, or attempts. */
		private static final Pattern AGAIN = Pattern.compile("-g([2-9]|\\d{2,})$|-address-([2-9]|\\d{2,})-");

		/** The same whichever migration and run it belongs to. */
		String inGeneral(String world) {
			return place(world) + " " + this.effect;
		}

		/** The same without what became of it. */
		String place(String world) {
			return this.call + " " + general(this.target, world);
		}

		/**
		 * Whether it belongs to a later attempt, which has a new address for its copy, or
		 * to one that a person asked for after a step had stopped.
		 */
		boolean again() {
			return AGAIN.matcher(this.token).find();
		}

		/** Without what is different each time: ids, digests and numbers. */
		private static String general(String text, String world) {
			return text.replace(world, "*")
				.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
				.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#");
		}

	}

}
