package io.shiplift.repository.tree;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Archives}.
 */
class ArchivesTests {

	private static final byte[] PROCFILE = "web: gunicorn shop.wsgi\n".getBytes(StandardCharsets.UTF_8);

	@Test
	void readsBothKindsAndLeavesTheOuterDirectoryOut() throws IOException {
		SourceTree zip = read(zip("app-1a2b/Procfile", "app-1a2b/logo.png"));
		assertThat(zip.text("Procfile")).contains("web: gunicorn shop.wsgi\n");
		assertThat(zip.names()).containsExactly("Procfile", "logo.png");
		assertThat(zip.texts()).containsOnlyKeys("Procfile");
		assertThat(zip.revision()).hasSize(64);
		assertThat(read(tar("./app/Procfile", TarConstants.LF_NORMAL)).text("Procfile")).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../Procfile", "a/../../Procfile", "/etc/Procfile", "a\\..\\Procfile", "C:/Procfile" })
	void refusesNamesThatLeadOut(String name) throws IOException {
		byte[] archive = zip(name);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(archive)).withMessageContaining("leads out");
	}

	@Test
	void refusesNamesThatLeadOutOfATar() throws IOException {
		byte[] archive = tar("../Procfile", TarConstants.LF_NORMAL);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(archive)).withMessageContaining("leads out");
	}

	@ParameterizedTest
	@ValueSource(bytes = { TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO })
	void passesLinksAndDevicesOver(byte kind) throws IOException {
		assertThat(read(tar("Procfile", kind)).names()).isEmpty();
	}

	@Test
	void stopsAnArchiveThatUnfoldsToAFlood() throws IOException {
		byte[] bomb = bomb();
		assertThat(bomb.length).isLessThan(500_000);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(bomb)).withMessageContaining("unfolds");
	}

	@Test
	void stopsReadingAnArchiveThatIsTooLarge() {
		Parts parts = new Parts(600_000_000);
		Limits limits = Limits.usual().receiving(20_000_000);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> Archives.read(parts, limits))
			.withMessageContaining("larger than 20 MB");
		assertThat(parts.given).isLessThan(21_000_000);
	}

	@Test
	void refusesAtOnceWhatSaysThatItIsTooLarge() {
		Endless endless = new Endless(600_000_000);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> Archives.read(endless, Limits.usual()))
			.withMessageContaining("larger than 512 MB");
		assertThat(endless.given).isLessThan(100_000);
	}

	@Test
	void stopsSixHundredMegabytesThatArriveInSmallParts() {
		Parts parts = new Parts(600_000_000);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> Archives.read(parts, Limits.usual()))
			.withMessageContaining("larger than 512 MB");
		assertThat(parts.given).isBetween(512_000_000L, 513_000_000L);
	}

	@Test
	void stopsAtTooManyEntries() throws IOException {
		Limits few = new Limits(1_000_000, 1_000_000, 3, 100, 1000, 1000, java.time.Duration.ofSeconds(5));
		byte[] archive = zip("a", "b", "c", "d");
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> Archives.read(new ByteArrayInputStream(archive), few))
			.withMessageContaining("more than 3 entries");
	}

	@Test
	void saysThatAFileIsNoArchiveOrCutOff() throws IOException {
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(PROCFILE)).withMessageContaining("neither");
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(new byte[0])).withMessageContaining("neither");
		byte[] whole = tar("Procfile", TarConstants.LF_NORMAL);
		byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
		assertThatExceptionOfType(TooMuch.class).isThrownBy(() -> read(half)).withMessageContaining("damaged");
	}

	private static SourceTree read(byte[] archive) throws IOException {
		return Archives.read(new ByteArrayInputStream(archive), Limits.usual());
	}

	private static byte[] zip(String... names) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
			for (String name : names) {
				zip.putArchiveEntry(new RawNameEntry(name));
				zip.write(PROCFILE);
				zip.closeArchiveEntry();
			}
		}
		return out.toByteArray();
	}

	private static byte[] tar(String name, byte kind) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
			TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
			boolean file = kind == TarConstants.LF_NORMAL;
			entry.setSize(file ? PROCFILE.length : 0);
			if (!file) {
				entry.setLinkName("/etc/passwd");
			}
			tar.putArchiveEntry(entry);
			if (file) {
				tar.write(PROCFILE);
			}
			tar.closeArchiveEntry();
		}
		return out.toByteArray();
	}

	private static byte[] bomb() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
			zip.putArchiveEntry(new ZipArchiveEntry("data.bin"));
			byte[] zeros = new byte[1 << 20];
			for (int count = 0; count < 300; count++) {
				zip.write(zeros);
			}
			zip.closeArchiveEntry();
		}
		return out.toByteArray();
	}

	/**
	 * An entry whose name is kept as it is.
	 */
	private static final class RawNameEntry extends ZipArchiveEntry {

		private final String raw;

		private RawNameEntry(String name) {
			super("x");
			this.raw = name;
		}

		@Override
		public String getName() {
			return (this.raw != null) ? this.raw : super.getName();
		}

	}

	/**
	 * A zip with one entry of noise that is made while it is read.
	 */
	private static final class Endless extends InputStream {

		private final byte[] head;

		private final Random noise = new Random(7);

		private final long size;

		private long given;

		private Endless(long size) {
			this.size = size;
			this.head = head(size - 1000);
		}

		@Override
		public int read() {
			if (this.given >= this.size) {
				return -1;
			}
			int index = (int) Math.min(this.given++, Integer.MAX_VALUE);
			return (index < this.head.length) ? this.head[index] & 0xff : this.noise.nextInt(256);
		}

		/** A local header of a stored entry. */
		private static byte[] head(long size) {
			java.nio.ByteBuffer head = java.nio.ByteBuffer.allocate(31).order(java.nio.ByteOrder.LITTLE_ENDIAN);
			head.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 0);
			head.putInt(0).putInt(0).putInt((int) size).putInt((int) size).putShort((short) 1).putShort((short) 0);
			head.put((byte) 'x');
			return head.array();
		}

	}

	/**
	 * A zip of stored entries of some megabytes each, made while it is read.
	 */
	private static final class Parts extends InputStream {

		private final byte[] part;

		private final long size;

		private long given;

		private Parts(long size) {
			this.size = size;
			byte[] content = new byte[8_000_000];
			java.util.zip.CRC32 sum = new java.util.zip.CRC32();
			sum.update(content);
			java.nio.ByteBuffer whole = java.nio.ByteBuffer.allocate(31 + content.length)
				.order(java.nio.ByteOrder.LITTLE_ENDIAN);
			whole.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 0);
			whole.putInt(0).putInt((int) sum.getValue()).putInt(content.length).putInt(content.length);
			whole.putShort((short) 1).putShort((short) 0).put((byte) 'x');
			this.part = whole.array();
		}

		@Override
		public int read() {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			if (this.given >= this.size) {
				return -1;
			}
			int from = (int) (this.given % this.part.length);
			int count = Math.min(length, this.part.length - from);
			System.arraycopy(this.part, from, target, offset, count);
			this.given += count;
			return count;
		}

	}

}
