package io.shiplift.repository.git;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses that anybody may ask from those inside a network, which a stranger must
 * not reach through us.
 */
final class Addresses {

	private static final List<String> INSIDE = List.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
			"169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
			"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

	private Addresses() {
	}

	/** Whether it is an ordinary address of the internet. */
	static boolean open(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (address instanceof Inet4Address) {
			return INSIDE.stream().noneMatch((net) -> within(bytes, net));
		}
		boolean global = (bytes[0] & 0xe0) == 0x20;
		boolean tunnel = bytes[0] == 0x20 && (bytes[1] == 0x02 || bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
		return global && !tunnel;
	}

	private static boolean within(byte[] address, String net) {
		try {
			byte[] base = InetAddress.getByName(net.substring(0, net.indexOf('/'))).getAddress();
			int bits = Integer.parseInt(net.substring(net.indexOf('/') + 1));
			return (number(address) >>> (32 - bits)) == (number(base) >>> (32 - bits));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long number(byte[] bytes) {
		return (bytes[0] & 0xffL) << 24 | (bytes[1] & 0xffL) << 16 | (bytes[2] & 0xffL) << 8 | bytes[3] & 0xffL;
	}

}
