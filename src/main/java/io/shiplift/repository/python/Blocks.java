package io.shiplift.repository.python;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The blocks around the statement that is being read.
 */
final class Blocks {

	private final List<Block> blocks = new ArrayList<>();

	private final List<Integer> indents = new ArrayList<>();

	private String lastIf = "";

	private int lastIndent = -1;

	/** Leaves the blocks that end before a line with this indent. */
	void leave(int indent) {
		while (!this.indents.isEmpty() && indent <= this.indents.getLast()) {
			Block left = this.blocks.removeLast();
			this.lastIndent = this.indents.removeLast();
			boolean condition = List.of("if", "elif", "else").contains(left.keyword());
			this.lastIf = condition ? left.condition() : "";
		}
	}

	void enter(Line line, List<Token> header) {
		Token first = header.getFirst();
		int skip = first.is("async") ? 1 : 0;
		String keyword = header.get(Math.min(skip, header.size() - 1)).value();
		String condition = header.stream()
			.skip(1L + skip)
			.map((token) -> (token.kind() == Token.Kind.TEXT) ? "\"" + token.value() + "\"" : token.value())
			.collect(Collectors.joining(" "));
		boolean other = "else".equals(keyword);
		if (other && this.lastIndent == line.indent()) {
			condition = this.lastIf;
		}
		this.blocks.add(new Block(keyword, condition, other, line.number()));
		this.indents.add(line.indent());
	}

	List<Block> all() {
		return List.copyOf(this.blocks);
	}

}
