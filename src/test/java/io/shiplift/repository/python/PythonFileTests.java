package io.shiplift.repository.python;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PythonFile}: which lines only Python 2 understands.
 */
class PythonFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "except (A, B), e:", "except A, error:", "print x", "print 'a' % b", "print 5",
			"print `x`", "print >>log, x", "x = `y`", "x = ur'a'", "x = UR\"a\"", "raise E, 'no'", "exec code",
			"x = 0777", "x = 10L", "x = 0xFFL", "y = a <> b" })
	void knowsPython2(String line) {
		PythonFile file = PythonFile.of("a.py", "x = 1\n" + line + "\n");
		assertThat(file.python2()).isTrue();
		assertThat(file.python2Line()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "except (A, B) as e:", "except (A,):", "except A, B:", "except A:", "print(x)",
			"print(x, file=y)", "print = x", "raise E('a', b)", "x = 0o777", "x = 0", "x = 00", "x = 1_000", "x = u'a'",
			"x = rb'a'", "exec(code, names)", "x = a, b" })
	void knowsPython3(String line) {
		PythonFile file = PythonFile.of("a.py", "x = 1\n" + line + "\n");
		assertThat(file.python2()).isFalse();
		assertThat(file.python2Line()).isZero();
	}

}
