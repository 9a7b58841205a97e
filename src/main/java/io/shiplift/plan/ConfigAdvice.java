package io.shiplift.plan;

import java.util.List;

import io.shiplift.plan.Plan.ConfigFate;

/**
 * What may become of one config var, what we propose, and why.
 */
record ConfigAdvice(List<ConfigFate> fates, ConfigFate proposal, String reason) {

	private static final List<ConfigFate> COPIES = List.of(ConfigFate.SECRET, ConfigFate.PLAIN, ConfigFate.ASKED,
			ConfigFate.DROPPED);

	private static final List<ConfigFate> COPIES_OR_NEW = List.of(ConfigFate.SECRET, ConfigFate.GENERATED,
			ConfigFate.PLAIN, ConfigFate.ASKED, ConfigFate.DROPPED);

	/** It can be copied, or not. */
	static ConfigAdvice copy(ConfigFate proposal, String reason) {
		return new ConfigAdvice(COPIES, proposal, reason);
	}

	/** It can be copied, or made anew. */
	static ConfigAdvice secretOfItsOwn(String reason) {
		return new ConfigAdvice(COPIES_OR_NEW, ConfigFate.SECRET, reason);
	}

	/** AWS has an address for it. */
	static ConfigAdvice rewrite(String reason) {
		return new ConfigAdvice(List.of(ConfigFate.REPLACED, ConfigFate.DROPPED), ConfigFate.REPLACED, reason);
	}

	/** It cannot be copied; a person has to type it if it is needed. */
	static ConfigAdvice type(ConfigFate proposal, String reason) {
		return new ConfigAdvice(List.of(ConfigFate.ASKED, ConfigFate.DROPPED), proposal, reason);
	}

	/** Whether a person may type the value. */
	boolean typable() {
		return this.fates.contains(ConfigFate.ASKED);
	}

	ConfigAdvice because(String more) {
		return more.isEmpty() ? this : new ConfigAdvice(this.fates, this.proposal, this.reason + " " + more);
	}

}
