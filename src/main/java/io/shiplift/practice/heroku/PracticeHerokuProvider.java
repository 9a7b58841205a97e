package io.shiplift.practice.heroku;

import java.time.Clock;

import io.shiplift.credentials.Connection;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.HerokuProvider;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeProperties;

import org.springframework.stereotype.Component;

/**
 * Opens the scripted Heroku for practice connections.
 */
@Component
@ConditionalOnPractice
class PracticeHerokuProvider implements HerokuProvider {

	private final Rows rows;

	private final PracticeHeroku.Tools tools;

	PracticeHerokuProvider(Rows rows, Ledger ledger, Faults faults, SourceDatabase database, Clock clock,
			PracticeProperties properties) {
		this.rows = rows;
		this.tools = new PracticeHeroku.Tools(ledger, faults, database, clock, properties.speed());
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Practice;
	}

	@Override
	public Heroku open(Connection connection) {
		String world = ((Connection.Practice) connection).world();
		this.rows.begin(world, this.tools.clock().instant());
		return new PracticeHeroku(world, this.rows, this.tools);
	}

}
