package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.aws.FilledTemplate;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
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
		this.rows = new StackRows(ground.jdbc(), place.world());
		this.usage = new Usage(ground, place);
	}

	@Override
	public Optional<Stack> find(String name) {
		this.ground.look(this.place, "stacks", "find", name);
		return view(name).filter(StackView::stands).map((view) -> view.stack(outputs(view)));
	}

	@Override
	public void create(Request request) {
		this.ground.process(Ground.call(this.place, "stacks", "create", request.token(), request.name()),
				(fate) -> create(request, fate));
	}

	private Change<Boolean> create(Request request, Fate fate) {
		StackView before = view(request.name()).orElse(null);
		if (before != null && before.stands()) {
			if (before.row().token().equals(request.token())) {
				return Change.none(true);
			}
			throw new OutsideProblem(Kind.REFUSED, "Stack [" + request.name() + "] already exists");
		}
		int generation = (before != null) ? before.row().generation() + 1 : 1;
		Identifiers identifiers = new Identifiers(this.place, request.name(), generation);
		FilledTemplate template = filled(request);
		List<Part> parts = parts(template, identifiers);
		long id = this.rows.insert(request, generation, template.outputs(identifiers));
		this.rows.insertParts(id, parts);
		Instant now = this.ground.now();
		Course course = new Course(request.name(), now, this.ground.pace());
		this.rows.rewrite(id, now, new Creation(course, parts).planned(fate));
		return Change.created(true);
	}

	private static FilledTemplate filled(Request request) {
		try {
			return request.template().fill(request.parameters());
		}
		catch (IllegalArgumentException ex) {
			throw new OutsideProblem(Kind.REFUSED, "Template of " + request.name() + ": " + ex.getMessage(), ex);
		}
	}

	private static List<Part> parts(FilledTemplate template, Identifiers identifiers) {
		List<Part> parts = new ArrayList<>();
		for (Template.Resource resource : template.resources()) {
			String physical = identifiers.assign(resource, template.properties(resource.id(), identifiers));
			parts.add(new Part(resource.id(), resource.type(), physical, resource.after(), resource.deletionPolicy()));
		}
		return parts;
	}

	@Override
	public void delete(String name, String token) {
		this.ground.process(Ground.call(this.place, "stacks", "delete", token, name), (fate) -> delete(name, fate));
	}

	private Change<Boolean> delete(String name, Fate fate) {
		StackView view = view(name).filter(StackView::stands).orElse(null);
		if (view == null || view.status().equals("DELETE_IN_PROGRESS")) {
			return Change.none(true);
		}
		Instant now = this.ground.now();
		Course course = new Course(name, now, this.ground.pace());
		Deletion deletion = new Deletion(course, view.existing(), this.usage.reasons(view));
		this.rows.rewrite(view.row().id(), now, deletion.planned(fate));
		return Change.deleted(true);
	}

	@Override
	public List<Event> events(String name, @Nullable String afterId) {
		this.ground.look(this.place, "stacks", "events", name);
		return view(name).map(StackView::events)
			.orElse(List.of())
			.stream()
			.filter((event) -> afterId == null || EventId.follows(event.id(), afterId))
			.toList();
	}

	private Optional<StackView> view(String name) {
		return this.rows.latest(name).map((row) -> new StackView(this.rows, row, this.ground.now()));
	}

	/** The target server is started when the first output that needs it is read. */
	private Map<String, String> outputs(StackView view) {
		Map<String, String> outputs = new TreeMap<>(view.row().outputs());
		if (view.status().equals("CREATE_COMPLETE") && outputs.containsValue(Identifiers.TARGET_HOST)) {
			TargetServer.Master master = this.ground.target().master();
			outputs.replaceAll((name, value) -> value.replace(Identifiers.TARGET_HOST, master.host())
				.replace(Identifiers.TARGET_PORT, Integer.toString(master.port())));
		}
		return outputs;
	}

}
