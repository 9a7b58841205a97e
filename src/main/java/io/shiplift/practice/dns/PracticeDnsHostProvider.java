package io.shiplift.practice.dns;

import java.time.Clock;

import io.shiplift.credentials.Connection;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHostProvider;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeProperties;

import org.springframework.stereotype.Component;

/**
 * Opens the scripted zone for practice connections.
 */
@Component
@ConditionalOnPractice
class PracticeDnsHostProvider implements DnsHostProvider {

	/** Names age faster than things are built, or one would wait longest for them. */
	private static final int FASTER = 5;

	private final Records records;

	private final PracticeDnsHost.Tools tools;

	PracticeDnsHostProvider(Records records, Ledger ledger, Faults faults, Clock clock, PracticeProperties properties) {
		this.records = records;
		this.tools = new PracticeDnsHost.Tools(ledger, faults, clock, properties.speed() * FASTER);
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Practice;
	}

	@Override
	public DnsHost open(Connection connection) {
		String world = ((Connection.Practice) connection).world();
		this.records.begin(world, this.tools.clock().instant());
		return new PracticeDnsHost(world, this.records, this.tools);
	}

}
