package io.shiplift.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.shiplift.step.RunKind;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Rows of runs with their step runs.
 */
interface RunRepository extends Repository<Run, Long> {

	Run save(Run run);

	Optional<Run> findById(long id);

	@Query("select r.planNumber from Run r where r.migrationId = :migrationId and r.endedAt is null")
	List<Integer> openPlans(String migrationId);

	@EntityGraph(attributePaths = "steps")
	Optional<Run> findByIdAndTeamId(long id, long teamId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Run r where r.id = :id and r.teamId = :teamId")
	Optional<Run> lock(long id, long teamId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Run r where r.id = (select s.run.id from StepRun s where s.id = :stepRunId)")
	Optional<Run> lockByStepRun(long stepRunId);

	@EntityGraph(attributePaths = "steps")
	List<Run> findByMigrationIdAndTeamIdOrderByIdDesc(String migrationId, long teamId);

	@EntityGraph(attributePaths = "steps")
	@Query("select r from Run r where r.teamId = :teamId and r.endedAt is null order by r.id desc")
	List<Run> open(long teamId);

	@EntityGraph(attributePaths = "steps")
	@Query("select r from Run r where r.status in :statuses order by r.id")
	List<Run> with(Collection<RunStatus> statuses);

	@Query("select r from Run r where r.teamId = :teamId and r.id < :before order by r.id desc limit :limit")
	List<Run> before(long teamId, long before, int limit);

	@Query("""
			select r from Run r where r.teamId = :teamId and r.id < :before and r.kind in :kinds
			and r.status in :statuses order by r.id desc limit :limit""")
	List<Run> before(long teamId, long before, Collection<RunKind> kinds, Collection<RunStatus> statuses, int limit);

	@Query("select s.fence from StepRun s where s.id = :stepRunId")
	Optional<Long> fence(long stepRunId);

	@Query("select a from Attempt a where a.stepRunId in (select s.id from StepRun s where s.run.id = :runId) order by a.id")
	List<Attempt> attempts(long runId);

	@Query("select a from Attempt a where a.stepRunId = :stepRunId and a.endedAt is null order by a.id desc limit 1")
	Optional<Attempt> openAttempt(long stepRunId);

}
