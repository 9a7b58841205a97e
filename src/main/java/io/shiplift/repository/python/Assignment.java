package io.shiplift.repository.python;

import java.util.List;

/**
 * A name that gets a value: NAME = .., NAME += .., NAME["key"] = .., whose target is
 * NAME.key, or NAME.append(..), whose operator is append.
 */
public record Assignment(String target, String operator, Expression value, int line, int end, List<Block> blocks) {

	/** Whether it stands in no function or class. */
	public boolean global() {
		return this.blocks.stream()
			.noneMatch((block) -> block.keyword().equals("def") || block.keyword().equals("class"));
	}

}
