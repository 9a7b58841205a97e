package io.shiplift.repository.python;

import java.util.ArrayList;
import java.util.List;

/**
 * What is imported: from module import names, with one dot in front of the module for
 * each level up. Names are empty for a plain import, and * for everything.
 */
public record Import(String module, List<String> names, int line, List<Block> blocks) {

	static Import of(List<Token> tokens, List<Block> blocks) {
		StringBuilder module = new StringBuilder();
		int index = 1;
		while (index < tokens.size() && !tokens.get(index).is("import") && !tokens.get(index).is("as")
				&& !tokens.get(index).is(",")) {
			module.append(tokens.get(index++).value());
		}
		List<String> names = new ArrayList<>();
		boolean from = tokens.getFirst().is("from");
		boolean alias = false;
		for (index++; from && index < tokens.size(); index++) {
			Token token = tokens.get(index);
			if (token.name() && !alias && !token.is("as") || token.is("*")) {
				names.add(token.value());
			}
			alias = token.is("as");
		}
		return new Import(module.toString(), List.copyOf(names), tokens.getFirst().line(), blocks);
	}

	public boolean everything() {
		return this.names.contains("*");
	}

}
