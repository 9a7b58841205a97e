package io.shiplift.security.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Stores teams.
 */
interface TeamRepository extends Repository<Team, Long> {

	Team save(Team team);

	Optional<Team> findById(long id);

	List<Team> findByIdInOrderByName(Collection<Long> ids);

	/**
	 * Holds the team until the end of the transaction, so that two admins cannot remove
	 * each other at once.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select t from Team t where t.id = :id")
	Optional<Team> hold(long id);

}
