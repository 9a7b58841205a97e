package io.shiplift.mover.file;

import java.nio.charset.StandardCharsets;

import io.shiplift.mover.MoverProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Header}.
 */
class HeaderTests {

	@ParameterizedTest
	@CsvSource({ "14, 12", "15, 16", "16, 17" })
	void saysWhichToolsReadIt(int format, int needs) {
		assertThat(Header.of(head(1, format, 1)).needs()).isEqualTo(needs);
	}

	@Test
	void refusesFormatsItDoesNotKnow() {
		refused(head(1, 17, 1), "format 1.17, which is newer");
		refused(head(1, 9, 1), "older than 9.0 or is damaged");
		refused(head(1, 14, 3), "directory or tar format");
		refused(head(1, 14, 5), "directory or tar format");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                             | The file is empty
			PGDMP                          | cut off after 5 bytes
			-- PostgreSQL database dump    | plain SQL file
			SET statement_timeout = 0;     | plain SQL file
			\\restrict abc                 | plain SQL file
			-- MySQL dump 10.13            | dump of MySQL or MariaDB
			<?xml version="1.0"?><Error>   | link may have expired
			<!DOCTYPE html>                | link may have expired
			SQLite format 3                | SQLite
			BZh91AY                        | compressed file
			%PDF-1.4                       | does not start with PGDMP
			""")
	void saysWhatElseItIs(String start, String says) {
		refused(start.getBytes(StandardCharsets.UTF_8), says);
	}

	@Test
	void knowsCompressedFilesAndTar() {
		refused(new byte[] { 0x1f, (byte) 0x8b, 8, 0 }, "compressed file");
		refused(new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd }, "compressed file");
		byte[] tar = new byte[512];
		System.arraycopy("toc.dat".getBytes(StandardCharsets.US_ASCII), 0, tar, 0, 7);
		System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
		refused(tar, "This is a tar file");
	}

	private static byte[] head(int major, int minor, int format) {
		byte[] head = new byte[20];
		System.arraycopy("PGDMP".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 5);
		head[5] = (byte) major;
		head[6] = (byte) minor;
		head[8] = 4;
		head[9] = 8;
		head[10] = (byte) format;
		return head;
	}

	private static void refused(byte[] head, String says) {
		assertThatExceptionOfType(MoverProblem.class).isThrownBy(() -> Header.of(head)).withMessageContaining(says);
	}

}
