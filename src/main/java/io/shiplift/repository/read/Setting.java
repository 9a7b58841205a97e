package io.shiplift.repository.read;

import io.shiplift.repository.python.Assignment;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.PythonFile;

/**
 * A value that a setting gets, where, and under which condition.
 */
public record Setting(Assignment assignment, Expression value, PythonFile file, Branch branch) {

	Setting(Assignment assignment, PythonFile file, Branch branch) {
		this(assignment, assignment.value(), file, branch);
	}

	Setting with(Expression inner) {
		return new Setting(this.assignment, inner, this.file, this.branch);
	}

	public String name() {
		return this.assignment.target();
	}

	public String operator() {
		return this.assignment.operator();
	}

	public int line() {
		return Math.max(this.assignment.line(), this.value.place().line());
	}

	Conclusions.Place place() {
		return new Conclusions.Place(this.file.path(), line());
	}

}
