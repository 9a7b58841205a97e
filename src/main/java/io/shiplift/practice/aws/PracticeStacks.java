package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.Stacks;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change;
import io.shiplift.practice.Fate;
import org.jspecify.annotations.Nullable;

/**
 * CloudFormation of the practice world: resources of real templates appear one by one, in
 * dependency order and in realistic proportions of time.
 */
final class PracticeStacks implements Stacks {

	private final Ground ground;

	private final Place place;

	private final StackRows rows;

	private final Usage usage;

	PracticeStacks(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.rows = new StackRows(ground.jdbc(), place);
		this.usage = new Usage(ground, place);
	}

	@Override
	public Optional<Stack> find(String nameOrId) {
		this.ground.look(this.place, "stacks", "find", nameOrId);
		return view(nameOrId).map((view) -> view.stack(this.place, outputs(view)));
	}

	@Override
	public List<Resource> resources(String nameOrId) {
		this.ground.look(this.place, "stacks", "resources", nameOrId);
		return view(nameOrId).map(StackView::resources).orElse(List.of());
	}

	@Override
	public void create(Request request) {
		this.ground.process(Ground.call(this.place, "stacks", "create", request.token(), request.name()),
				(fate) -> create(request, fate));
	}

	private Change<Boolean> create(Request request, Fate fate) {
		StackView before = view(this.rows.latest(request.name())).orElse(null);
		if (before != null && before.stands()) {
			if (before.row().token().equals(request.token())) {
				return Change.none(true);
			}
			throw new OutsideProblem(Kind.REFUSED, "Stack [" + request.name() + "] already exists");
		}
		int generation = (before != null) ? before.row().generation() + 1 : 1;
		Making making = Making.of(request, this.place, generation);
		long id = this.rows.insert(request.name(), generation, request.token());
		begin(id, making, fate);
		return Change.created(true);
	}

	private void begin(long id, Making making, Fate fate) {
		this.rows.fill(id, making.request(), making.outputs(), making.parts());
		Instant now = this.ground.now();
		Course course = new Course(making.request().name(), now, this.ground.pace());
		this.rows.rewrite(id, now, new Creation(course, making.parts(), making.request().onFailure()).planned(fate));
	}

	@Override
	public void delete(String name, String token) {
		this.ground.process(Ground.call(this.place, "stacks", "delete", token, name), (fate) -> delete(name, fate));
	}

	private Change<Boolean> delete(String name, Fate fate) {
		StackView view = view(this.rows.latest(name)).filter(StackView::stands).orElse(null);
		if (view == null || view.status().equals("DELETE_IN_PROGRESS")) {
			return Change.none(true);
		}
		Instant now = this.ground.now();
		Course course = new Course(name, now, this.ground.pace());
		Deletion deletion = new Deletion(course, view.existing(), this.usage.reasons(view));
		this.rows.rewrite(view.row().id(), now, deletion.planned(fate));
		new ChangeSetRows(this.ground.jdbc(), this.place.world()).forget(name);
		return Change.deleted(true);
	}

	@Override
	public void continueRollback(String name, String token) {
		throw new OutsideProblem(Kind.REFUSED, "Practice: stack " + name + " is not stuck on its way back");
	}

	@Override
	public List<Event> events(String nameOrId, @Nullable String afterId) {
		this.ground.look(this.place, "stacks", "events", nameOrId);
		return row(nameOrId).map((row) -> new StackView(this.rows, row, this.ground.now()))
			.map(StackView::events)
			.orElse(List.of())
			.stream()
			.filter((event) -> afterId == null || EventId.follows(event.id(), afterId))
			.toList();
	}

	@Override
	public ChangeSets changes() {
		return new PracticeChangeSets(this.ground, this.place);
	}

	/** By its name a stack is found while it stands, by its id always. */
	private Optional<StackView> view(String nameOrId) {
		return view(row(nameOrId)).filter((view) -> view.stands() || nameOrId.startsWith("arn:"));
	}

	private Optional<StackView> view(Optional<StackRows.StackRow> row) {
		return row.map((found) -> new StackView(this.rows, found, this.ground.now()));
	}

	private Optional<StackRows.StackRow> row(String nameOrId) {
		return nameOrId.startsWith("arn:") ? this.rows.byId(nameOrId) : this.rows.latest(nameOrId);
	}

	/** The target server is started when the first output that needs it is read. */
	private Map<String, String> outputs(StackView view) {
		Map<String, String> outputs = new TreeMap<>(view.row().outputs());
		if (view.complete() && outputs.containsValue(Identifiers.TARGET_HOST)) {
			TargetServer.Master master = this.ground.target().master();
			outputs.replaceAll((name, value) -> value.replace(Identifiers.TARGET_HOST, master.host())
				.replace(Identifiers.TARGET_PORT, Integer.toString(master.port())));
		}
		return outputs;
	}

}
