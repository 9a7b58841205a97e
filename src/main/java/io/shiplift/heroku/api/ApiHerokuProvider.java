package io.shiplift.heroku.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;
import io.shiplift.credentials.Mask;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.HerokuProvider;
import io.shiplift.heroku.HerokuTokens;
import okhttp3.OkHttpClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Opens real Heroku accounts, for connections and for a token that somebody just typed.
 */
@Component
@EnableConfigurationProperties(HerokuProperties.class)
class ApiHerokuProvider implements HerokuProvider, HerokuTokens {

	private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

	private final Map<String, Unchanged> unchanged = new ConcurrentHashMap<>();

	private final TeamConnections connections;

	private final Requests.Line line;

	private final Mask mask;

	private final Clock clock;

	ApiHerokuProvider(HerokuProperties properties, TeamConnections connections, Mask mask, Clock clock) {
		this.connections = connections;
		this.mask = mask;
		this.clock = clock;
		OkHttpClient changing = client(properties);
		OkHttpClient looking = changing.newBuilder().followRedirects(true).build();
		this.line = new Requests.Line(properties, looking, changing, new Problems(mask), ApiHerokuProvider::pause);
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Accounts;
	}

	@Override
	public Heroku open(Connection connection) {
		Connection.Accounts accounts = (Connection.Accounts) connection;
		return open(accounts.heroku(), this.connections.token(accounts.heroku()), accounts.leave(),
				this.unchanged.computeIfAbsent(accounts.heroku(), (id) -> new Unchanged()));
	}

	@Override
	public Heroku open(String token) {
		return open("new", token, Leave.LOOK, new Unchanged());
	}

	/** The one client, so that no request gets around the guards. */
	static OkHttpClient client(HerokuProperties properties) {
		return new OkHttpClient.Builder().addInterceptor(new LeaveGuard())
			.addNetworkInterceptor(new Bearer(properties))
			.connectTimeout(Duration.ofSeconds(5))
			.readTimeout(Duration.ofSeconds(20))
			.callTimeout(Duration.ofSeconds(40))
			.retryOnConnectionFailure(false)
			.followRedirects(false)
			.followSslRedirects(false)
			.build();
	}

	private Heroku open(String account, String token, Leave leave, Unchanged known) {
		this.mask.remember(token);
		Budget budget = this.budgets.computeIfAbsent(account, (id) -> new Budget(this.clock));
		return new ApiHeroku(new Requests(this.line, new Bearer.Token(token), leave, budget, known));
	}

	/** A second or two for each try so far, never the same for two. */
	private static void pause(long tries) {
		if (tries > 0) {
			LockSupport
				.parkNanos(TimeUnit.MILLISECONDS.toNanos(tries * (500 + ThreadLocalRandom.current().nextLong(500))));
		}
	}

}
