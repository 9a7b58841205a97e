package io.shiplift.practice;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worlds come into being when they are first looked at; of two looks at once, one wins.
 */
@Component
@ConditionalOnPractice
public class Worlds {

	private final JdbcClient jdbc;

	private final TransactionTemplate outside;

	public Worlds(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Makes the world unless it exists.
	 * @param table has a row of every world, in a column of that name
	 */
	public void begin(String table, String world, Runnable make) {
		if (exists(table, world)) {
			return;
		}
		try {
			this.outside.executeWithoutResult((status) -> make.run());
		}
		catch (DuplicateKeyException ex) {
			if (!exists(table, world)) {
				throw ex;
			}
		}
	}

	private boolean exists(String table, String world) {
		return this.jdbc.sql("select count(*) from " + table + " where world = ?")
			.param(world)
			.query(Long.class)
			.single() > 0;
	}

}
