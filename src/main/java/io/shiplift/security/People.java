package io.shiplift.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks people up for other modules: names for ids, and who is in a team.
 */
@Component
public class People {

	private static final String MEMBERS = """
			select p.id, p.name, t.id as team_id, t.name as team_name, r.role
			from membership m join person p on p.id = m.person_id join team t on t.id = m.team_id
			join membership_role r on r.membership_id = m.id
			where p.disabled = false and m.team_id = :team""";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The name of a person, or "somebody" if there is no such person. */
	public String name(long userId) {
		return names(Set.of(userId)).getOrDefault(userId, "somebody");
	}

	/** The names of many people in one query. */
	public Map<Long, String> names(Collection<Long> userIds) {
		if (userIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("select id, name from person where id in (:ids)")
			.param("ids", Set.copyOf(userIds))
			.query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Everybody of a team who can sign in, by name. */
	public List<Member> members(long teamId) {
		return grouped(this.jdbc.sql(MEMBERS + " order by p.name, p.id").param("team", teamId));
	}

	/** Everybody of a team with a role, by name. */
	public List<Member> members(long teamId, Role role) {
		return members(teamId).stream().filter((member) -> member.is(role)).toList();
	}

	/** A person as they stand in a team now; nobody if disabled or no longer in it. */
	public Optional<Member> member(long userId, long teamId) {
		return grouped(this.jdbc.sql(MEMBERS + " and p.id = :person").param("team", teamId).param("person", userId))
			.stream()
			.findFirst();
	}

	private static List<Member> grouped(JdbcClient.StatementSpec query) {
		Map<Long, Integer> places = new TreeMap<>();
		List<Member> members = new java.util.ArrayList<>();
		query.query((row) -> {
			Member one = new Member(row.getLong("id"), row.getString("name"), row.getLong("team_id"),
					row.getString("team_name"), EnumSet.of(Role.valueOf(row.getString("role"))));
			Integer place = places.putIfAbsent(one.userId(), members.size());
			if (place == null) {
				members.add(one);
			}
			else {
				members.get(place).roles().addAll(one.roles());
			}
		});
		return List.copyOf(members);
	}

}
