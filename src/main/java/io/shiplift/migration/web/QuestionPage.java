package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.plan.Question;
import org.jspecify.annotations.Nullable;

/**
 * One question as the page shows it.
 */
record QuestionPage(Question question, int number, int count, List<Entry> entries, String mark, String from,
		String back, String action) {

	/** So many choices around the chosen one are visible at once. */
	private static final int NEAR = 2;

	/** The fields with what stands in them and what is wrong with them. */
	static List<Entry> entries(Question question, Map<String, String> values, Map<String, String> errors) {
		List<Entry> entries = new ArrayList<>();
		for (Question.Field field : question.fields()) {
			String value = values.getOrDefault(field.name(), "");
			List<Choice> choices = new ArrayList<>();
			int chosen = indexOf(field, value);
			for (int index = 0; index < field.options().size(); index++) {
				choices.add(new Choice("f" + entries.size() + "-" + index, field.options().get(index), index == chosen,
						field.options().get(index).value().equals(field.proposal()),
						Math.abs(index - Math.max(chosen, 0)) <= NEAR));
			}
			entries.add(new Entry("f" + entries.size(), field, value, errors.getOrDefault(field.name(), ""), choices));
		}
		return List.copyOf(entries);
	}

	private static int indexOf(Question.Field field, String value) {
		for (int index = 0; index < field.options().size(); index++) {
			if (field.options().get(index).value().equals(value)) {
				return index;
			}
		}
		return -1;
	}

	public boolean wrong() {
		return this.entries.stream().anyMatch((entry) -> !entry.error().isEmpty());
	}

	public List<Entry> faults() {
		return this.entries.stream().filter((entry) -> !entry.error().isEmpty()).toList();
	}

	/** Entries that are drawn as rows of a table. */
	public List<Entry> rows() {
		return this.entries.stream().filter(this::row).toList();
	}

	/** Entries that are drawn one below the other. */
	public List<Entry> singles() {
		return this.entries.stream().filter((entry) -> !row(entry) && !beside(entry)).toList();
	}

	/** The value that can be typed beside a row, if there is one. */
	public @Nullable Entry companion(Entry row) {
		int next = Integer.parseInt(row.id().substring(1)) + 1;
		return (next < this.entries.size() && beside(this.entries.get(next))) ? this.entries.get(next) : null;
	}

	private boolean beside(Entry entry) {
		return this.question.layout() == Question.Layout.TABLE && entry.field().kind() == Question.Kind.SECRET;
	}

	private boolean row(Entry entry) {
		return this.question.layout() == Question.Layout.TABLE && entry.field().kind() == Question.Kind.SELECT;
	}

	/**
	 * A field with its value and error.
	 */
	record Entry(String id, Question.Field field, String value, String error, List<Choice> choices) {

		/** Choices that are visible at once. */
		public List<Choice> near() {
			return this.choices.stream().filter(Choice::near).toList();
		}

		public List<Choice> far() {
			return this.choices.stream().filter((choice) -> !choice.near()).toList();
		}

		/** What screen readers read with the input. */
		public String describedBy() {
			return (this.field.hint().isEmpty() ? "" : this.id + "-hint ")
					+ (this.error.isEmpty() ? "" : this.id + "-error ")
					+ (this.field.reason().isEmpty() ? "" : this.id + "-reason");
		}

	}

	/**
	 * One option.
	 */
	record Choice(String id, Question.Option option, boolean chosen, boolean proposed, boolean near) {

	}

}
