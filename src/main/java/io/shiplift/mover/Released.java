package io.shiplift.mover;

/**
 * What was found in the source and removed, and the longest lock for it in milliseconds.
 * Nothing was left at the end.
 */
public record Released(int triggers, int functions, int logs, long changes, long longestLockMillis) {

	/** A sentence for people. */
	public String sentence() {
		if (this.triggers + this.functions + this.logs == 0) {
			return "The source holds no trigger, function or log of Shiplift.";
		}
		return "Removed " + this.triggers + " triggers, " + this.functions + " functions and " + this.logs
				+ " logs with " + this.changes
				+ " changes from the source; nothing of them is left. The longest lock was " + this.longestLockMillis
				+ " ms.";
	}

}
