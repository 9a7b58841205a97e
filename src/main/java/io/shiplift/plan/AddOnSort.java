package io.shiplift.plan;

/**
 * What an add-on is for, as far as it matters in a move.
 */
public enum AddOnSort {

	/** A PostgreSQL of Heroku. */
	POSTGRES,

	/** A Redis, whoever runs it. */
	REDIS,

	/** A Memcached. */
	MEMCACHED,

	/** A MySQL or MariaDB. */
	MYSQL,

	/** A database of another kind. */
	DATABASE,

	/** A search index. */
	SEARCH,

	/** A log of events, such as Kafka. */
	STREAM,

	/** A broker of messages, such as RabbitMQ. */
	BROKER,

	/** Starts programs at set times. */
	TIMER,

	/** Takes log lines. */
	LOGS,

	/** Keeps files. */
	FILES,

	/** A fixed address for calls that leave. */
	ADDRESS,

	/** Anything else, also what nobody knows. */
	OTHER

}
