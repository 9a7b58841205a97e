package io.shiplift.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DatabaseAddress}.
 */
class DatabaseAddressTests {

	@Test
	void readsAnAddressAsHerokuWritesIt() {
		DatabaseAddress address = DatabaseAddress
			.parse(" postgres://uabc:p%40ss%2Fw+rd@ec2-1-2-3-4.compute-1.amazonaws.com:5433/d8f%20x ");
		assertThat(address)
			.isEqualTo(new DatabaseAddress("ec2-1-2-3-4.compute-1.amazonaws.com", 5433, "d8f x", "uabc", "p@ss/w+rd"));
		assertThat(DatabaseAddress.parse(address.toUrl())).isEqualTo(address);
		assertThat(address).hasToString("uabc@ec2-1-2-3-4.compute-1.amazonaws.com:5433/d8f x");
	}

	@ParameterizedTest
	@CsvSource({ "postgresql://u:p@h/d, 5432", "postgres://u:p@h:6000/d?sslmode=require, 6000",
			"POSTGRES://u:p@[::1]:7000/d, 7000", "postgres://u:p@with@signs@h:1/d, 1" })
	void readsOtherShapes(String url, int port) {
		assertThat(DatabaseAddress.parse(url).port()).isEqualTo(port);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|Type the address", "mongodb://u:secret@h/d|must start with postgres://",
			"jdbc:postgresql://h/d|Leave out jdbc:", "http://h|must start with postgres://",
			"postgres://h:5432/d|User and password are missing", "postgres://u@h/d|parted by a colon",
			"postgres://u:secret@h|name of the database is missing", "postgres://u:secret@h:99999/d|from 1 to 65535",
			"postgres://u:secret@h:x/d|from 1 to 65535", "postgres://u:secret@h%2Fx/d|host name is not one",
			"postgres://u:secret@a,b/d|host name is not one",
			"postgres://u:secret@h/d?socketFactory=evil|question mark", "postgres://u:secret@h/d%zz|percent sign",
			"postgres://u:secret%00@h/d|control characters", "postgres://u:secret@h/a%0Ab|control characters",
			"postgres://u:secret@/d|host name is not one", "postgres://u:%FF%FE@h/d|percent sign" })
	void saysWhatToDoAndNeverThePassword(String url, String message) {
		assertThatExceptionOfType(InvalidAddress.class).isThrownBy(() -> DatabaseAddress.parse(url))
			.withMessageContaining(message)
			.withMessageNotContaining("secret");
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, prefer", "localhost, prefer", "[::1], prefer", "127.evil.example, require",
			"localhost.evil.example, require", "10.0.0.5, require" })
	void otherMachinesMustSpeakTls(String host, String mode) {
		assertThat(DatabaseAddress.parse("postgres://u:p@" + host + "/d").side().sslMode()).isEqualTo(mode);
	}

	@Test
	void refusesAnAddressOfTenThousandCharacters() {
		assertThatExceptionOfType(InvalidAddress.class)
			.isThrownBy(() -> DatabaseAddress.parse("postgres://u:p@h/" + "d".repeat(10_000)))
			.withMessageContaining("2,000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "d?socketFactory=java.lang.String", "d&ssl=false", "d/x", "d host=elsewhere" })
	void aNameCannotBecomeAnOption(String name) {
		DatabaseAddress address = new DatabaseAddress("127.0.0.1", 1, name, "u", "p");
		assertThatExceptionOfType(java.sql.SQLException.class).isThrownBy(address::connect)
			.withMessageContaining("refused");
	}

}
