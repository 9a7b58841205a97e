package io.shiplift.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of a monthly bill: what it is, what the figure is made of, and the figure. One
 * without a figure has no price that we know, and is not counted as nothing.
 */
public record BillLine(String part, String what, String basis,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CentRange month) {

	public boolean priced() {
		return this.month != null;
	}

	/** The figure, or nothing where none is known. */
	public CentRange amount() {
		return (this.month != null) ? this.month : CentRange.ZERO;
	}

}
