package io.shiplift.migration;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Rows of migrations and their frozen plans.
 */
interface MigrationRepository extends Repository<Migration, String> {

	Migration save(Migration migration);

	Optional<Migration> findById(String id);

	boolean existsById(String id);

	Optional<Migration> findByIdAndTeamId(String id, long teamId);

	List<Migration> findByTeamIdOrderByCreatedAtDescIdDesc(long teamId);

	/** Whether there was a run of it. */
	@Query("select count(r) > 0 from Run r where r.migrationId = :id")
	boolean begun(String id);

	@Query("select p from FrozenPlan p where p.migrationId = :id and p.number = :number")
	Optional<FrozenPlan> plan(String id, int number);

	@Query("select p from FrozenPlan p where p.migrationId = :id order by p.number desc")
	List<FrozenPlan> plans(String id);

}
