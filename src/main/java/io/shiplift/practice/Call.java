package io.shiplift.practice;

/**
 * One call to a service of the practice world: for example {@code create} of
 * {@code aws.stacks} with the caller's token, on the stack {@code shiplift-k3f9-network}.
 */
public record Call(String world, String service, String name, String token, String target) {

	/** A call that only looks. */
	public static Call look(String world, String service, String name, String target) {
		return new Call(world, service, name, "", target);
	}

	boolean removes() {
		return this.name.startsWith("delete") || this.name.startsWith("terminate") || this.name.startsWith("empty")
				|| this.name.startsWith("discard");
	}

	boolean looks() {
		return this.token.isEmpty();
	}

	String fullName() {
		return this.service + "." + this.name;
	}

	@Override
	public String toString() {
		return fullName() + " of " + this.target;
	}

}
