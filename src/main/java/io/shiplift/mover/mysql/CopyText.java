package io.shiplift.mover.mysql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's {@code COPY} writes and reads them, with the bytes of a
 * {@code bytea} as they are.
 */
final class CopyText {

	private static final byte[] HEX = "\\\\x".getBytes(StandardCharsets.UTF_8);

	private final boolean[] binary;

	CopyText(List<Pair.Column> columns) {
		this.binary = new boolean[columns.size()];
		for (int index = 0; index < this.binary.length; index++) {
			this.binary[index] = columns.get(index).base().equals("bytea");
		}
	}

	/** Adds a row with its end of line. */
	void write(byte[] @Nullable [] values, ByteArrayOutputStream out) {
		for (int index = 0; index < values.length; index++) {
			if (index > 0) {
				out.write('\t');
			}
			byte[] value = values[index];
			if (value == null) {
				out.write('\\');
				out.write('N');
			}
			else if (this.binary[index]) {
				hex(value, out);
			}
			else {
				escape(value, out);
			}
		}
		out.write('\n');
	}

	/** Takes a row apart, which ends with a line feed. */
	byte[] @Nullable [] read(byte[] row) {
		byte[] @Nullable [] values = new byte[this.binary.length][];
		int start = 0;
		for (int index = 0; index < values.length; index++) {
			int end = start;
			while (end < row.length && row[end] != '\t' && row[end] != '\n') {
				end++;
			}
			values[index] = value(row, start, end, this.binary[index]);
			start = end + 1;
		}
		return values;
	}

	private static void hex(byte[] value, ByteArrayOutputStream out) {
		out.writeBytes(HEX);
		for (byte one : value) {
			out.write(Character.forDigit((one >> 4) & 15, 16));
			out.write(Character.forDigit(one & 15, 16));
		}
	}

	private static void escape(byte[] value, ByteArrayOutputStream out) {
		int plain = 0;
		for (int index = 0; index < value.length; index++) {
			char escaped = switch (value[index]) {
				case '\\' -> '\\';
				case '\t' -> 't';
				case '\n' -> 'n';
				case '\r' -> 'r';
				default -> 0;
			};
			if (escaped != 0) {
				out.write(value, plain, index - plain);
				out.write('\\');
				out.write(escaped);
				plain = index + 1;
			}
		}
		out.write(value, plain, value.length - plain);
	}

	private static byte @Nullable [] value(byte[] row, int start, int end, boolean binary) {
		if (end - start == 2 && row[start] == '\\' && row[start + 1] == 'N') {
			return null;
		}
		if (binary) {
			return HexFormat.of()
				.parseHex(new String(row, start + HEX.length, end - start - HEX.length, StandardCharsets.US_ASCII));
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
		for (int index = start; index < end; index++) {
			if (row[index] == '\\') {
				index++;
				out.write(unescaped(row[index]));
			}
			else {
				out.write(row[index]);
			}
		}
		return out.toByteArray();
	}

	private static int unescaped(byte sign) {
		return switch (sign) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'v' -> 11;
			default -> sign;
		};
	}

	/** Values of some columns of a row. */
	static byte[] @Nullable [] some(byte[] @Nullable [] values, List<Integer> indexes) {
		byte[] @Nullable [] some = new byte[indexes.size()][];
		for (int index = 0; index < some.length; index++) {
			some[index] = values[indexes.get(index)];
		}
		return some;
	}

}
