package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of the wizard: what is asked, what we propose to answer, and notes that help
 * to choose.
 */
public record Question(String key, String title, String hint, Layout layout, List<Field> fields, List<String> notes) {

	/** A question without anything to know beforehand. */
	public Question(String key, String title, String hint, Layout layout, List<Field> fields) {
		this(key, title, hint, layout, fields, List.of());
	}

	/** What a person gets who changes nothing. */
	public Map<String, String> proposal() {
		Map<String, String> proposal = new LinkedHashMap<>();
		this.fields.forEach((field) -> proposal.put(field.name(), field.proposal()));
		return proposal;
	}

	/** How the fields are drawn. */
	public enum Layout {

		/** One below the other. */
		FIELDS,

		/** One row each. */
		TABLE

	}

	/** The kinds of input. */
	public enum Kind {

		/** Few choices, all visible. */
		RADIO,

		/** Few choices in little room. */
		SELECT,

		/** A line of text. */
		TEXT,

		/** A whole number. */
		NUMBER,

		/** Something that is not shown again. */
		SECRET

	}

	/**
	 * One input; {@code proposal} is empty if there is nothing to propose, and
	 * {@code reason} says in one line why it is proposed.
	 */
	public record Field(String name, String label, String hint, Kind kind, List<Option> options, String proposal,
			String reason) {

		static Field radio(String name, String label, List<Option> options, String proposal, String reason) {
			return new Field(name, label, "", Kind.RADIO, options, proposal, reason);
		}

		static Field select(String name, String label, List<Option> options, String proposal, String reason) {
			return new Field(name, label, "", Kind.SELECT, options, proposal, reason);
		}

		static Field text(String name, String label, String hint, String proposal, String reason) {
			return new Field(name, label, hint, Kind.TEXT, List.of(), proposal, reason);
		}

		static Field number(String name, String label, String hint, int proposal, String reason) {
			return new Field(name, label, hint, Kind.NUMBER, List.of(), Integer.toString(proposal), reason);
		}

		static Field secret(String name, String label, String hint, String reason) {
			return new Field(name, label, hint, Kind.SECRET, List.of(), "", reason);
		}

		/** The same with something else proposed. */
		Field proposing(String other, String why) {
			return new Field(this.name, this.label, this.hint, this.kind, this.options, other, why);
		}

		/** What a value is called on the page. */
		public String labelOf(String value) {
			return this.options.stream()
				.filter((option) -> option.value().equals(value))
				.map(Option::label)
				.findFirst()
				.orElse(value);
		}

	}

	/**
	 * One choice; {@code note} tells its price or its effect, {@code obstacle} why it
	 * cannot be taken, if it cannot.
	 */
	public record Option(String value, String label, String note, String obstacle) {

		/** A choice that can be taken. */
		public Option(String value, String label, String note) {
			this(value, label, note, "");
		}

		public boolean possible() {
			return this.obstacle.isEmpty();
		}

	}

}
