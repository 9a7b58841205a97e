package io.shiplift.mover.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.mover.Restored;
import io.shiplift.mover.Tools;
import io.shiplift.mover.work.Program;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an archive as text and notes how many each table has, and their hash.
 * Nothing of it is run.
 */
final class RowCount {

	/** Numbers of large objects, which have no table of their own. */
	static final String LARGE_OBJECTS = "large objects";

	private static final int LONGEST = 1 << 20;

	private final Map<CopyHeader, LineHash> tables = new LinkedHashMap<>();

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private final StringBuilder header = new StringBuilder();

	private @Nullable LineHash table;

	private boolean lineIsNew = true;

	private boolean endMark;

	private long largeObjects;

	private boolean statements;

	private boolean comparable = true;

	/** {@code list} has the numbers of the entries that count. */
	static List<Restored.Rows> of(Path file, Path list, Tools tools) {
		RowCount count = new RowCount();
		new Program(tools, "The rows of the backup could not be counted").read("pg_restore",
				List.of("--data-only", "--use-list=" + list, "--file=-", file.toString()), count::read);
		return count.result();
	}

	void read(InputStream stream) throws IOException {
		byte[] block = new byte[1 << 16];
		for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
			int from = 0;
			for (int index = 0; index < count; index++) {
				if (block[index] == '\n') {
					part(block, from, index);
					end();
					from = index + 1;
				}
			}
			part(block, from, count);
		}
	}

	List<Restored.Rows> result() {
		List<Restored.Rows> rows = new ArrayList<>();
		this.tables.forEach((name, hash) -> rows.add(new Restored.Rows(name.table(), name.columns(), hash.count(),
				hash.sum(), this.comparable && !hash.zoned())));
		if (this.largeObjects > 0) {
			rows.add(new Restored.Rows(LARGE_OBJECTS, "", this.largeObjects, 0, false));
		}
		if (this.statements) {
			rows.add(new Restored.Rows("rows written as INSERT", "", -1, 0, false));
		}
		return List.copyOf(rows);
	}

	private void part(byte[] block, int from, int to) {
		if (this.table == null) {
			if (this.line.size() < LONGEST) {
				this.line.write(block, from, to - from);
			}
			return;
		}
		if (this.lineIsNew && to > from) {
			this.endMark = block[from] == '\\';
			this.lineIsNew = false;
		}
		if (this.endMark) {
			this.line.write(block, from, Math.min(to - from, 3));
		}
		this.table.add(block, from, to);
	}

	private void end() {
		LineHash rows = this.table;
		if (rows == null) {
			outside(this.line.toString(StandardCharsets.UTF_8));
		}
		else if (this.endMark && this.line.toString(StandardCharsets.UTF_8).equals("\\.")) {
			rows.drop();
			this.table = null;
		}
		else {
			rows.end();
		}
		this.line.reset();
		this.lineIsNew = true;
		this.endMark = false;
	}

	private void outside(String text) {
		if (!this.header.isEmpty() || text.startsWith("COPY ")) {
			this.header.append(this.header.isEmpty() ? "" : "\n").append(text);
			if (text.endsWith(" FROM stdin;")) {
				CopyHeader.parse(this.header.toString())
					.ifPresent((found) -> this.table = this.tables.computeIfAbsent(found, (missing) -> new LineHash()));
				this.header.setLength(0);
			}
		}
		else if (text.startsWith("SELECT pg_catalog.lo_open('")) {
			this.largeObjects++;
		}
		else if (text.startsWith("INSERT INTO ")) {
			this.statements = true;
		}
		else if (text.startsWith("SET client_encoding = ") && !text.contains("UTF8")) {
			this.comparable = false;
		}
	}

}
