package io.shiplift.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.Repositories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CodeFiles} with as much as somebody may really send.
 */
class CodeFilesTests {

	@TempDir
	private Path home;

	@Test
	void stopsAnUploadOfMoreThanFiveHundredAndTwelveMegabytes() throws IOException {
		Zeros zeros = new Zeros(513_000_000);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> files().keep(zeros))
			.withMessageContaining("larger than 512 MB");
		assertThat(zeros.left).as("the rest is not even read").isPositive();
		assertThat(kept()).isEmpty();
	}

	@Test
	void keepsWhatFitsAndRemovesIt() throws IOException {
		CodeFiles files = files();
		String name = files.keep(new Zeros(1000));
		try (InputStream content = files.open(name)) {
			assertThat(content.readAllBytes()).hasSize(1000);
		}
		files.remove(name);
		assertThat(kept()).isEmpty();
	}

	private CodeFiles files() {
		return new CodeFiles(this.home.toString(), new Repositories(false, Clock.systemUTC()));
	}

	private Stream<Path> kept() throws IOException {
		return Files.list(this.home.resolve("code"));
	}

	/**
	 * As many zeros as wanted.
	 */
	private static final class Zeros extends InputStream {

		private long left;

		private Zeros(long count) {
			this.left = count;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			int count = (int) Math.min(length, this.left);
			this.left -= count;
			return (count > 0) ? count : -1;
		}

	}

}
