package io.shiplift.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that goes on writing to a shop: inserts, changes of rows and of keys,
 * deletions, emptied tables, transactions over several tables and such that are taken
 * back.
 */
final class Writers implements AutoCloseable {

	private static final List<String> WRITES = List.of(
			"insert into shop_order (customer_id, state, placed_at, total)"
					+ " select min(id), 'placed', now(), 10 from shop_customer",
			"insert into shop_orderline (order_id, product_id, position, quantity, price)"
					+ " select max(o.id), (select min(id) from shop_product), 30000 + floor(random() * 2000)::int, 1, 2"
					+ " from shop_order o on conflict do nothing",
			"update shop_orderline set quantity = quantity + 1 where id = (select min(id) + %d from shop_orderline)",
			"delete from shop_orderline where id = (select max(id) - %d from shop_orderline)",
			"update django_session set session_key = md5(random()::text) where session_key ="
					+ " (select session_key from django_session limit 1)",
			"insert into django_session values (md5(random()::text), 'data %d', now())",
			"insert into shop_event (at, kind, payload) values (now() - '%d days'::interval, 'seen', '{\"a\": 1}')",
			"update shop_event set at = at + '200 days' where id = (select min(id) + %d from shop_event)",
			"insert into \"shop_Import Queue\" values ('line %d', now())",
			"update shop_customer set email = upper(email) where id = (select min(id) + %d from shop_customer)");

	private final DatabaseAddress shop;

	private final AtomicInteger done = new AtomicInteger();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean over;

	private volatile @Nullable SQLException problem;

	private volatile long longestNanos;

	private Writers(DatabaseAddress shop) {
		this.shop = shop;
	}

	static Writers on(DatabaseAddress shop, int count) {
		Writers writers = new Writers(shop);
		for (int seed = 0; seed < count; seed++) {
			Random random = new Random(seed);
			writers.threads.add(Thread.ofPlatform().daemon().start(() -> writers.write(random)));
		}
		return writers;
	}

	/** Waits until so many more transactions are through. */
	void atLeast(int more) throws InterruptedException {
		int until = this.done.get() + more;
		for (int round = 0; round < 3000 && this.done.get() < until && this.problem == null; round++) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
		}
		assertThat((Object) this.problem).isNull();
		assertThat(this.done.get()).isGreaterThanOrEqualTo(until);
	}

	@Override
	public void close() throws SQLException {
		this.over = true;
		this.threads.forEach(Writers::join);
		if (this.problem != null) {
			throw this.problem;
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join(10_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void write(Random random) {
		try (Connection connection = this.shop.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			while (!this.over) {
				transaction(connection, statement, random);
			}
		}
		catch (SQLException ex) {
			this.problem = ex;
		}
	}

	private void transaction(Connection connection, Statement statement, Random random) throws SQLException {
		long start = System.nanoTime();
		try {
			if (random.nextInt(100) == 0) {
				statement.execute("truncate django_admin_log");
				statement.execute("insert into django_admin_log (action_time, object_repr, action_flag, change_message,"
						+ " user_id) select now(), 'after', 1, '', min(id) from auth_user");
			}
			for (int write = random.nextInt(1, 6); write > 0; write--) {
				statement.execute(
						WRITES.get(random.nextInt(WRITES.size())).replace("%d", Integer.toString(random.nextInt(50))));
			}
			if (random.nextInt(5) == 0) {
				connection.rollback();
			}
			else {
				connection.commit();
			}
			this.done.incrementAndGet();
		}
		catch (SQLException ex) {
			connection.rollback();
			if (!ex.getSQLState().startsWith("40") && !ex.getSQLState().startsWith("23")) {
				throw ex;
			}
		}
		this.longestNanos = Math.max(this.longestNanos, System.nanoTime() - start);
	}

	@Override
	public String toString() {
		return this.done.get() + " transactions, the longest " + this.longestNanos / 1_000_000 + " ms";
	}

}
