package io.shiplift.credentials;

import org.jspecify.annotations.Nullable;

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
	 * Accounts of a team by the ids of its connections: the Heroku account it gave a
	 * token for, and the AWS account it lets us into, if one is chosen already. The leave
	 * is about Heroku: what happens on AWS is bound by the role there.
	 */
	record Accounts(String heroku, @Nullable String aws, Leave leave) implements Connection {

		/** A Heroku account that is only looked through, with no AWS behind it. */
		public Accounts(String heroku) {
			this(heroku, null, Leave.LOOK);
		}

		@Override
		public Connection permitting(Leave other) {
			return new Accounts(this.heroku, this.aws, other);
		}

	}

}
