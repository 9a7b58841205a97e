package io.shiplift.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.security.signin.SignIns;
import jakarta.servlet.http.Cookie;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * People who visit pages in tests, and how they click.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Visitors {

	public static final Member OLGA = new Member(1, "Olga Operator", 1, "Harbour",
			Set.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER));

	public static final Member ADA = new Member(2, "Ada Approver", 1, "Harbour", Set.of(Role.VIEWER, Role.APPROVER));

	public static final Member VERA = new Member(3, "Vera Viewer", 1, "Harbour", Set.of(Role.VIEWER));

	public static final Member STRANGER = new Member(9, "Stranger", 2, "Elsewhere", Set.of(Role.values()));

	@Bean
	Clicks clicks(MockMvcTester mvc, SignIns signIns, JdbcClient jdbc) {
		jdbc.sql("insert into team (id, name, created_at) values (1, 'Harbour', now()), (2, 'Elsewhere', now())")
			.update();
		List.of(OLGA, ADA, VERA, STRANGER).forEach((member) -> settle(member, jdbc));
		return new Clicks(mvc, signIns);
	}

	private static void settle(Member member, JdbcClient jdbc) {
		jdbc.sql("insert into person (id, email, name, disabled, created_at) values (?, ?, ?, false, now())")
			.params(member.userId(), "person" + member.userId() + "@example.com", member.name())
			.update();
		jdbc.sql("insert into membership (id, team_id, person_id) values (?, ?, ?)")
			.params(member.userId(), member.teamId(), member.userId())
			.update();
		member.roles()
			.forEach((role) -> jdbc.sql("insert into membership_role (membership_id, role) values (?, ?)")
				.params(member.userId(), role.name())
				.update());
	}

	/** Asks for pages and sends forms on behalf of a member. */
	public static final class Clicks {

		private final MockMvcTester mvc;

		private final SignIns signIns;

		private final Map<Member, Cookie> cookies = new ConcurrentHashMap<>();

		Clicks(MockMvcTester mvc, SignIns signIns) {
			this.mvc = mvc;
			this.signIns = signIns;
		}

		public MvcTestResult get(Member member, String path) {
			return this.mvc.get().uri(path).cookie(cookie(member)).exchange();
		}

		/** Opens something that goes on answering. */
		public MvcTestResult open(Member member, String path) {
			return this.mvc.get().uri(path).cookie(cookie(member)).asyncExchange();
		}

		/** Sends a form; fields are names and values in turn. */
		public MvcTestResult post(Member member, String path, String... fields) {
			MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(path).cookie(cookie(member)).with(csrf());
			for (int field = 0; field < fields.length; field += 2) {
				request = request.param(fields[field], fields[field + 1]);
			}
			return request.exchange();
		}

		private Cookie cookie(Member member) {
			return this.cookies.computeIfAbsent(member,
					(key) -> new Cookie("shiplift", this.signIns.begin(key.userId(), key.teamId()).value()));
		}

	}

}
