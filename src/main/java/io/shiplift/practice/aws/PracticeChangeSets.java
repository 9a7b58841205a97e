package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Template;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Change sets of the practice world, worked out from templates and parameters.
 */
final class PracticeChangeSets implements ChangeSets {

	private static final double SECONDS = 6;

	private final Ground ground;

	private final Place place;

	private final StackRows stacks;

	private final ChangeSetRows rows;

	PracticeChangeSets(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.stacks = new StackRows(ground.jdbc(), place);
		this.rows = new ChangeSetRows(ground.jdbc(), place.world());
	}

	@Override
	public void propose(String name, Request request) {
		this.ground.effect(Ground.call(this.place, "stacks", "propose", request.token(), request.name()),
				() -> proposed(name, request));
	}

	private io.shiplift.practice.Change<Boolean> proposed(String name, Request request) {
		if (this.rows.find(request.name(), name).isPresent()) {
			return io.shiplift.practice.Change.none(true);
		}
		StackView before = latest(request.name());
		boolean stands = before != null && before.stands() && !underReview(before);
		int generation = (before != null) ? before.row().generation() : 0;
		Making wanted = Making.of(request, this.place, stands ? generation : generation + 1);
		List<Change> changes = (stands && before != null) ? Differences.between(standing(before, request), wanted)
				: Differences.of(wanted);
		if (!stands && (before == null || !before.stands())) {
			long id = this.stacks.insert(request.name(), generation + 1, "review-" + request.token());
			this.stacks.tag(id, request.tags());
			Course course = new Course(request.name(), this.ground.now(), this.ground.pace());
			course.stack(0, "REVIEW_IN_PROGRESS", Course.INITIATED);
			this.stacks.rewrite(id, this.ground.now(), course.inOrder());
		}
		this.rows.insert(name, request, changes, this.ground.now().plus(this.ground.pace().of(SECONDS)));
		return io.shiplift.practice.Change.created(true);
	}

	/** A stack from before templates were kept is taken to have had this one. */
	private Making standing(StackView before, Request request) {
		Template template = before.row().template().isEmpty() ? request.template()
				: new Template(before.row().template());
		Request made = new Request(request.name(), template, before.row().parameters(), before.row().tags(),
				before.row().token());
		return Making.of(made, this.place, before.row().generation());
	}

	@Override
	public Optional<ChangeSet> find(String stack, String name) {
		this.ground.look(this.place, "stacks", "changes", stack);
		return this.rows.find(stack, name)
			.map((row) -> new ChangeSet(stack, name, state(row), "", row.request().tags(), row.changes()));
	}

	private State state(ChangeSetRows.Row row) {
		if (row.used()) {
			return State.USED;
		}
		if (this.ground.now().isBefore(row.readyAt())) {
			return State.WORKING;
		}
		return row.changes().isEmpty() ? State.EMPTY : State.READY;
	}

	@Override
	public void execute(String stack, String name, String token) {
		this.ground.process(Ground.call(this.place, "stacks", "execute", token, stack),
				(fate) -> executed(stack, name, fate));
	}

	private io.shiplift.practice.Change<Boolean> executed(String stack, String name, Fate fate) {
		ChangeSetRows.Row row = this.rows.find(stack, name)
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "ChangeSet [" + name + "] does not exist"));
		StackView view = latest(stack);
		if (row.used() || view == null) {
			return io.shiplift.practice.Change.none(true);
		}
		this.rows.use(stack);
		Instant now = this.ground.now();
		Making making = Making.of(row.request(), this.place, view.row().generation());
		Course course = new Course(stack, now, this.ground.pace());
		if (underReview(view)) {
			this.stacks.fill(view.row().id(), row.request(), making.outputs(), making.parts());
			Creation creation = new Creation(course, making.parts(), row.request().onFailure());
			this.stacks.rewrite(view.row().id(), now, creation.planned(fate));
			return io.shiplift.practice.Change.created(true);
		}
		Updating updating = new Updating(course, row.changes(), making.parts(), view.parts());
		if (fate == Fate.STANDS) {
			this.stacks.fill(view.row().id(), row.request(), making.outputs(), updating.partsAfterwards());
		}
		this.stacks.rewrite(view.row().id(), now, updating.planned(fate));
		return io.shiplift.practice.Change.changed(true);
	}

	@Override
	public void discard(String stack, String name, String token) {
		this.ground.effect(Ground.call(this.place, "stacks", "discard", token, stack),
				() -> (this.rows.delete(stack, name) > 0) ? io.shiplift.practice.Change.deleted(true)
						: io.shiplift.practice.Change.none(true));
	}

	private @Nullable StackView latest(String name) {
		return this.stacks.latest(name).map((row) -> new StackView(this.stacks, row, this.ground.now())).orElse(null);
	}

	private static boolean underReview(StackView view) {
		return view.status().equals("REVIEW_IN_PROGRESS");
	}

}
