package io.shiplift.source;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Map;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name server on this machine that knows one zone. Several records of a name stand on
 * lines of their own; the record FAILED stands for a server that fails.
 */
public final class NameServer implements AutoCloseable {

	private static final Map<String, String> RECORDS = Map.of("shop.example.com. CNAME", "tidal-pine-1.herokudns.com.",
			"example.com. SOA", "ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300", "example.com. NS",
			"ada.ns.cloudflare.com.", "example.com. CAA", "0 issue \"amazon.com\"");

	private final DatagramSocket socket;

	private final Map<String, String> records;

	NameServer() {
		this(RECORDS);
	}

	/** A server with these records by name and type. */
	public NameServer(Map<String, String> records) {
		this.records = records;
		try {
			this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		Thread.ofVirtual().start(this::serve);
	}

	public String address() {
		return "127.0.0.1:" + this.socket.getLocalPort();
	}

	@Override
	public void close() {
		this.socket.close();
	}

	private void serve() {
		byte[] buffer = new byte[4096];
		while (!this.socket.isClosed()) {
			try {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				this.socket.receive(packet);
				byte[] answer = answer(new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength())))
					.toWire();
				this.socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
			}
			catch (IOException ex) {
				// closed, or nothing that can be answered
			}
		}
	}

	private Message answer(Message query) throws IOException {
		Message answer = new Message(query.getHeader().getID());
		answer.getHeader().setFlag(Flags.QR);
		Record question = query.getQuestion();
		answer.addRecord(question, Section.QUESTION);
		Name name = question.getName();
		String value = this.records.get(name + " " + Type.string(question.getType()));
		if ("FAILED".equals(value)) {
			answer.getHeader().setRcode(Rcode.SERVFAIL);
		}
		else if (value != null) {
			for (String one : value.split("\n")) {
				answer.addRecord(Record.fromString(name, question.getType(), DClass.IN, 3600, one, Name.root),
						Section.ANSWER);
			}
		}
		return answer;
	}

}
