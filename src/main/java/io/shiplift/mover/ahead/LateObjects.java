package io.shiplift.mover.ahead;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.shiplift.mover.copy.LargeObjects;

/**
 * Large objects have no triggers, so they are compared one by one and copied again where
 * they differ.
 */
final class LateObjects {

	private static final String HASHES = "select oid::bigint, md5(lo_get(oid)) from pg_largeobject_metadata";

	private final Link source;

	private final Link target;

	LateObjects(Link source, Link target) {
		this.source = source;
		this.target = target;
	}

	/** Answers how many differed. */
	int take() {
		Map<Long, String> there = hashes(this.source);
		Map<Long, String> here = hashes(this.target);
		int differed = 0;
		for (Map.Entry<Long, String> object : here.entrySet()) {
			if (!object.getValue().equals(there.get(object.getKey()))) {
				this.target.text("select lo_unlink(" + object.getKey() + ")");
				differed += there.containsKey(object.getKey()) ? 0 : 1;
			}
		}
		for (Map.Entry<Long, String> object : there.entrySet()) {
			if (!object.getValue().equals(here.get(object.getKey()))) {
				copy(object.getKey());
				differed++;
			}
		}
		return differed;
	}

	private void copy(long oid) {
		try {
			LargeObjects.copy(this.source.connection(), this.target.connection(), oid);
		}
		catch (SQLException ex) {
			throw this.target.problem(ex);
		}
	}

	private static Map<Long, String> hashes(Link link) {
		Map<Long, String> hashes = new HashMap<>();
		link.rows(HASHES).forEach((row) -> hashes.put(Long.valueOf(row.get(0)), row.get(1)));
		return hashes;
	}

}
