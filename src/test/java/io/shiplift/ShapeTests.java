package io.shiplift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the shape of the text: small files and methods, and templates that a strict
 * content security policy accepts. The figures are left in {@code target/shape.txt}.
 */
class ShapeTests {

	private static final Pattern INLINE = Pattern
		.compile("<style|\\sstyle\\s*=|th:style\\w*\\s*=|\\son[a-z]+\\s*=|th:on[a-z]+\\s*=|th:utext|hx-on|javascript:"
				+ "|<script(?![^>]*\\ssrc\\s*=|[^>]*th:src\\s*=)|\\[\\(", Pattern.CASE_INSENSITIVE);

	@Test
	void filesAndMethodsStaySmall() throws IOException {
		List<Integer> files = new ArrayList<>();
		for (Path file : files("src/main/java", ".java")) {
			if (!file.endsWith("package-info.java")) {
				files.add(Files.readAllLines(file).size());
			}
		}
		List<Integer> methods = methodLengths(files("src/main/java", ".java"));
		Figures file = Figures.of(files);
		Figures method = Figures.of(methods);
		Files.writeString(Path.of("target", "shape.txt"), "files   " + file + "\nmethods " + method + "\n");
		assertThat(file.median()).isLessThanOrEqualTo(80);
		assertThat(method.ninetieth()).isLessThanOrEqualTo(20);
	}

	@Test
	void templatesHaveNothingInline() throws IOException {
		List<String> found = new ArrayList<>();
		for (Path template : files("src/main/resources", ".html")) {
			Matcher matcher = INLINE.matcher(Files.readString(template));
			while (matcher.find()) {
				found.add(template + ": " + matcher.group().strip());
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void noConditionStandsWhereItIsIgnored() throws IOException {
		// Thymeleaf replaces an element before it looks at conditions and loops on it.
		Pattern ignored = Pattern.compile("<[^>]*\\sth:(?:if|unless|each)=[^>]*\\sth:replace=[^>]*>"
				+ "|<[^>]*\\sth:replace=[^>]*\\sth:(?:if|unless|each)=[^>]*>");
		List<String> found = new ArrayList<>();
		for (Path template : files("src/main/resources", ".html")) {
			Matcher matcher = ignored.matcher(Files.readString(template));
			while (matcher.find()) {
				found.add(template + ": " + matcher.group());
			}
		}
		assertThat(found).isEmpty();
	}

	private static List<Path> files(String root, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(root))) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
	}

	private static List<Integer> methodLengths(List<Path> sources) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<Integer> lengths = new ArrayList<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(sources));
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			for (CompilationUnitTree unit : task.parse()) {
				unit.accept(new MethodScanner(unit, positions, lengths), null);
			}
		}
		return lengths;
	}

	private record Figures(int count, int median, int ninetieth, int largest) {

		static Figures of(List<Integer> values) {
			List<Integer> sorted = values.stream().sorted().toList();
			return new Figures(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10),
					sorted.getLast());
		}

		@Override
		public String toString() {
			return "%d, lines: median %d, p90 %d, longest %d".formatted(this.count, this.median, this.ninetieth,
					this.largest);
		}

	}

	private static final class MethodScanner extends TreeScanner<Void, Void> {

		private final CompilationUnitTree unit;

		private final SourcePositions positions;

		private final List<Integer> lengths;

		private MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Integer> lengths) {
			this.unit = unit;
			this.positions = positions;
			this.lengths = lengths;
		}

		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			if (method.getBody() != null) {
				LineMap lines = this.unit.getLineMap();
				long start = this.positions.getStartPosition(this.unit, method.getBody());
				long end = this.positions.getEndPosition(this.unit, method.getBody());
				this.lengths.add((int) (lines.getLineNumber(end) - lines.getLineNumber(start) + 1));
			}
			return super.visitMethod(method, nothing);
		}

	}

}
