package io.shiplift.repository.python;

/**
 * What a statement stands in: an if with its condition, a class, a function. The
 * condition of an else is that of its if; {@code negated} says so.
 */
public record Block(String keyword, String condition, boolean negated, int line) {

	/** Whether the block may be left out when the file is read. */
	public boolean conditional() {
		return !"with".equals(this.keyword) && !"try".equals(this.keyword);
	}

}
