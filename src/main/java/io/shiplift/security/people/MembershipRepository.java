package io.shiplift.security.people;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Stores memberships.
 */
interface MembershipRepository extends Repository<Membership, Long> {

	Membership save(Membership membership);

	void delete(Membership membership);

	List<Membership> findByTeamId(long teamId);

	List<Membership> findByPersonId(long personId);

	Optional<Membership> findByTeamIdAndPersonId(long teamId, long personId);

}
