package io.shiplift.check;

/**
 * One readiness question. It is found as a bean, judges only what was seen already, and
 * asks nobody outside.
 */
public interface Check {

	CheckSheet sheet();

	/** The answer; called only if everything is known that the sheet needs. */
	Verdict judge(CheckContext context);

}
