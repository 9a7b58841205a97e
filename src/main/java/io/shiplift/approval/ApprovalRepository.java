package io.shiplift.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Rows of approvals.
 */
interface ApprovalRepository extends Repository<Approval, Long> {

	Approval save(Approval approval);

	Optional<Approval> findByRunId(long runId);

	Optional<Approval> findByRunIdAndTeamId(long runId, long teamId);

	List<Approval> findByTeamIdAndRunIdIn(long teamId, Collection<Long> runIds);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Approval a where a.runId = :runId and a.teamId = :teamId")
	Optional<Approval> lock(long runId, long teamId);

	List<Approval> findByTeamIdAndDecisionOrderByIdDesc(long teamId, Approval.State decision);

	@Query("select a from Approval a where a.teamId = :teamId order by a.id desc limit :limit")
	List<Approval> newest(long teamId, int limit);

}
