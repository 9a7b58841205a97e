package io.shiplift.security.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Stores people.
 */
interface PersonRepository extends Repository<Person, Long> {

	Person save(Person person);

	Optional<Person> findById(long id);

	Optional<Person> findByEmail(String email);

	List<Person> findByIdInOrderByName(Collection<Long> ids);

}
