package io.shiplift.practice.site;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.shiplift.aws.Applications.Environment;
import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Applications.Status;
import io.shiplift.credentials.Connection;
import io.shiplift.http.Probe;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Call;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Faults;
import io.shiplift.practice.aws.Environments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Visits the shop of a practice world: a host name leads to Heroku or to AWS, as its zone
 * says at the moment, and answers as the app there is doing.
 */
@Component
@ConditionalOnPractice
class PracticeProbe implements Probe {

	private static final int HOPS = 8;

	private static final List<String> HEROKU = List.of(".herokuapp.com", ".herokudns.com");

	private final JdbcClient jdbc;

	private final Environments environments;

	private final Faults faults;

	PracticeProbe(JdbcClient jdbc, Environments environments, Faults faults) {
		this.jdbc = jdbc;
		this.environments = environments;
		this.faults = faults;
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Practice;
	}

	@Override
	public Answer get(Connection connection, String address, String hostHeader, String path, Duration timeout) {
		String world = ((Connection.Practice) connection).world();
		String host = host(address);
		this.faults.look(Call.look(world, "http", "get", host));
		return answer(world, host, HOPS);
	}

	private Answer answer(String world, String host, int hops) {
		if (HEROKU.stream().anyMatch(host::endsWith)) {
			return heroku(world);
		}
		Optional<Environment> environment = this.environments.at(world, host);
		if (environment.isPresent()) {
			return aws(environment.get());
		}
		String next = (hops > 0) ? leadsTo(world, host) : "";
		if (next.isEmpty()) {
			throw new OutsideProblem(Kind.TRANSIENT, "No site answers at " + host);
		}
		return answer(world, host(next), hops - 1);
	}

	private Answer heroku(String world) {
		if (is("select maintenance from practice_heroku_app where world = ?", world)) {
			return new Answer(503, page("Offline for maintenance", "This application is undergoing maintenance."), 31);
		}
		if (is("select quantity = 0 from practice_heroku_process where world = ? and type = 'web'", world)) {
			return new Answer(503, page("Application error", "No web processes are running."), 29);
		}
		return new Answer(200, page("Shop", "Served by Heroku."), 84);
	}

	private static Answer aws(Environment environment) {
		if (environment.status() == Status.LAUNCHING || environment.status() == Status.TERMINATING) {
			return new Answer(503, page("503 Service Temporarily Unavailable", "No instance is in service."), 22);
		}
		return (environment.health() == Health.GREEN) ? new Answer(200, page("Shop", "Served by AWS."), 61)
				: new Answer(502, page("502 Bad Gateway", "The application did not answer."), 47);
	}

	private boolean is(String sql, String world) {
		return this.jdbc.sql(sql).param(world).query((row, number) -> row.getBoolean(1)).optional().orElse(false);
	}

	private String leadsTo(String world, String host) {
		return this.jdbc
			.sql("select content from practice_dns_record where world = ? and name = ? and stands"
					+ " and type in ('CNAME', 'ALIAS') order by type desc")
			.params(world, host)
			.query((row, number) -> row.getString("content"))
			.list()
			.stream()
			.findFirst()
			.orElse("");
	}

	/** The host of an address that may also be a whole URL. */
	private static String host(String address) {
		String rest = address.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
		return rest.replaceFirst("[/:?#].*$", "").replaceFirst("\\.$", "");
	}

	private static String page(String title, String text) {
		return "<!doctype html><html lang=\"en\"><head><title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s</p></body></html>"
			.formatted(title, text);
	}

}
