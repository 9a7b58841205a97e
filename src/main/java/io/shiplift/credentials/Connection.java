package io.shiplift.credentials;

/**
 * How a migration reaches Heroku, AWS and DNS. Providers of the outside modules say which
 * connections they serve.
 */
public sealed interface Connection {

	/** The same connection for somebody who may go so far with it. */
	default Connection permitting(Leave leave) {
		return this;
	}

	/**
	 * The practice connection: nothing in the cloud is touched and no account is needed.
	 * Each world has its own scripted Heroku, AWS and DNS.
	 */
	record Practice(String world) implements Connection {

	}

	/**
	 * A Heroku account that a team gave a token for, by the id of the connection. There
	 * is no AWS behind it yet.
	 */
	record HerokuAccount(String id, Leave leave) implements Connection {

		/** A connection that is only looked through. */
		public HerokuAccount(String id) {
			this(id, Leave.LOOK);
		}

		@Override
		public Connection permitting(Leave other) {
			return new HerokuAccount(this.id, other);
		}

	}

}
