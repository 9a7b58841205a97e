package io.shiplift.repository.git;

import java.net.InetAddress;
import java.util.function.Predicate;

import okhttp3.Dns;

/**
 * Which servers may be asked: how their names are looked up, which addresses are open to
 * us, and whether a connection without TLS will do, as tests want it.
 */
record Reach(Dns names, Predicate<InetAddress> open, boolean plain) {

	/** The internet over TLS and nothing else. */
	static final Reach STRICT = new Reach(Dns.SYSTEM, Addresses::open, false);

	/** Servers on this machine too, for tests. */
	static final Reach ANYWHERE = new Reach(Dns.SYSTEM, (address) -> true, true);

}
