package io.shiplift.plan;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What comes of something typed: values to keep, or errors that say what to do.
 */
public sealed interface Reply {

	/**
	 * Values to keep. A secret is not among them: it goes to the credentials store, and
	 * its number comes back by {@link #referring}. There may be {@code more}, by the
	 * field that keeps the number.
	 */
	record Accepted(Map<String, String> values, @Nullable Secret secret, Map<String, Secret> more) implements Reply {

		/** An answer with one secret at most. */
		public Accepted(Map<String, String> values, @Nullable Secret secret) {
			this(values, secret, Map.of());
		}

		/** Whether anything goes to the credentials store. */
		public boolean secretive() {
			return this.secret != null || !this.more.isEmpty();
		}

		/** The values with a reference to the stored secret. */
		public Map<String, String> referring(String credentialId) {
			Map<String, String> referring = new TreeMap<>(this.values);
			referring.put("credentialId", credentialId);
			return referring;
		}

	}

	/** Nothing is kept; errors by field, and what was typed to show it again. */
	record Refused(Map<String, String> typed, Map<String, String> errors) implements Reply {

	}

	/** A secret on its way to the credentials store. */
	record Secret(String label, String value) {

		@Override
		public String toString() {
			return "Secret[label=" + this.label + "]";
		}

	}

}
