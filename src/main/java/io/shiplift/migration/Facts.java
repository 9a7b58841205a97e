package io.shiplift.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.fact.Fact;
import io.shiplift.fact.Kept;
import io.shiplift.step.RunKind;
import jakarta.persistence.EntityManager;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What steps left behind. A run sees its own facts first, then those of earlier runs that
 * still stand; what a rehearsal left is seen by that rehearsal only.
 */
@Component
public class Facts {

	private final EntityManager entities;

	private final JsonMapper json;

	Facts(EntityManager entities, JsonMapper json) {
		this.entities = entities;
		this.json = json;
	}

	void store(StepRun step, Fact fact, Instant now) {
		this.entities
			.persist(new StoredFact(step, fact.getClass().getSimpleName(), this.json.writeValueAsString(fact), now));
	}

	void retract(String migrationId, String stepKey) {
		this.entities
			.createQuery(
					"update StoredFact f set f.retracted = true where f.migrationId = :migration and f.stepKey = :key")
			.setParameter("migration", migrationId)
			.setParameter("key", stepKey)
			.executeUpdate();
	}

	/** What the steps of a run left behind, in that order, retracted or not. */
	public List<Left> of(Run run) {
		return this.entities
			.createQuery("select f from StoredFact f where f.runId = :run order by f.id", StoredFact.class)
			.setParameter("run", run.id())
			.getResultList()
			.stream()
			.map((row) -> new Left(row.stepKey(), row.type(), row.document()))
			.toList();
	}

	/**
	 * What runs of this migration left, rehearsals and undone ones included, in order.
	 */
	public <F extends Fact> List<Kept<F>> kept(String migrationId, Class<F> type) {
		return this.entities
			.createQuery("select f from StoredFact f where f.migrationId = :migration and f.type = :type order by f.id",
					StoredFact.class)
			.setParameter("migration", migrationId)
			.setParameter("type", type.getSimpleName())
			.getResultList()
			.stream()
			.map((row) -> new Kept<>(row.runId(), row.at(), this.json.readValue(row.document(), type)))
			.toList();
	}

	/** The newest standing fact of a type, as a run of this migration sees it. */
	public <F extends Fact> Optional<F> find(String migrationId, long runId, Class<F> type) {
		List<StoredFact> rows = this.entities.createQuery("""
				select f from StoredFact f
				where f.migrationId = :migration and f.type = :type and not f.retracted
				and (f.runId = :run or f.runKind <> :rehearsal)
				order by case when f.runId = :run then 0 else 1 end, f.id desc limit 1""", StoredFact.class)
			.setParameter("migration", migrationId)
			.setParameter("type", type.getSimpleName())
			.setParameter("run", runId)
			.setParameter("rehearsal", RunKind.REHEARSAL)
			.getResultList();
		return rows.stream().findFirst().map((row) -> this.json.readValue(row.document(), type));
	}

	/** A fact as JSON, with the step that left it. */
	public record Left(String stepKey, String type, String document) {

	}

}
