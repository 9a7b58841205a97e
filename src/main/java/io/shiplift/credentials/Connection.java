package io.shiplift.credentials;

/**
 * How a migration reaches Heroku, AWS and DNS. Providers of the outside modules say which
 * connections they serve.
 */
public sealed interface Connection {

	/**
	 * The practice connection: nothing in the cloud is touched and no account is needed.
	 * Each world has its own scripted Heroku, AWS and DNS.
	 */
	record Practice(String world) implements Connection {

	}

}
