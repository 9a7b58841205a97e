package io.shiplift.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A practice world for tests: its tables in a fresh in-memory database, a clock that
 * tests move, its ledger and its faults.
 */
public class PracticeWorld {

	private final MovingClock clock = new MovingClock();

	private final DataSource dataSource;

	private final PracticeProperties properties;

	private final JdbcClient jdbc;

	private final Faults faults;

	private final Ledger ledger;

	public PracticeWorld(String... faults) {
		this(memory(), faults);
	}

	public PracticeWorld(DataSource dataSource, String... faults) {
		Flyway.configure().dataSource(dataSource).locations("classpath:db/migration/common").load().migrate();
		this.dataSource = dataSource;
		this.properties = new PracticeProperties(true, 1, List.of(faults));
		this.jdbc = JdbcClient.create(dataSource);
		JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
		this.faults = new Faults(this.jdbc, transactions, this.properties);
		this.ledger = new Ledger(this.jdbc, transactions, this.faults, this.clock);
	}

	public Worlds worlds() {
		return new Worlds(this.jdbc, new JdbcTransactionManager(this.dataSource));
	}

	public PracticeProperties properties() {
		return this.properties;
	}

	public JdbcClient jdbc() {
		return this.jdbc;
	}

	public Faults faults() {
		return this.faults;
	}

	public Ledger ledger() {
		return this.ledger;
	}

	public Pace pace() {
		return new Pace(this.properties);
	}

	public Clock clock() {
		return this.clock;
	}

	public void pass(Duration time) {
		this.clock.now = this.clock.now.plus(time);
	}

	private static DataSource memory() {
		return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
	}

	/**
	 * A clock that stands still until it is moved.
	 */
	private static final class MovingClock extends Clock {

		private Instant now = Instant.parse("2026-11-21T10:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
