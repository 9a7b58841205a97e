package io.shiplift.fact;

import java.util.List;
import java.util.Objects;

/**
 * Where and how the app runs on Heroku. The {@code generation} is {@code cedar} or
 * {@code fir}; texts are empty where Heroku says nothing. The {@code awsRegion} is the
 * one that Heroku itself uses; {@code features} are those switched on, such as
 * {@code preboot}; {@code sizes} are those its processes have.
 */
public record SourcePlatform(String id, String generation, String language, String owner, String team, String space,
		boolean shield, boolean internalRouting, boolean maintenance, String webUrl, String awsRegion,
		List<String> features, List<DynoSize> sizes) {

	/** Nothing is known. */
	public static final SourcePlatform NONE = new SourcePlatform("", "cedar", "", "", "", "", false, false, false, "",
			"", List.of(), List.of());

	@SuppressWarnings("ConstantValue")
	public SourcePlatform {
		features = List.copyOf(Objects.requireNonNullElse(features, List.of()));
		sizes = List.copyOf(Objects.requireNonNullElse(sizes, List.of()));
	}

	/** Whether it is one of the Kubernetes generation. */
	public boolean fir() {
		return "fir".equals(this.generation);
	}

	/** Whether it runs in a Private Space. */
	public boolean inPrivateSpace() {
		return !this.space.isEmpty();
	}

	/**
	 * A dyno size: memory in GB, and its price in US cents a month, or -1 if Heroku names
	 * none.
	 */
	public record DynoSize(String name, double memory, int centsPerMonth) {

		/** Whether Heroku names a price. */
		public boolean priced() {
			return this.centsPerMonth >= 0;
		}

	}

}
