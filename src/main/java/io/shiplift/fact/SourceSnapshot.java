package io.shiplift.fact;

import java.util.List;
import java.util.Objects;

/**
 * Everything that one look at the source found: the app as the plan knows it, and what
 * checks, sizes and costs need besides. It holds no value of a config var and no other
 * secret. The {@code gaps} say in sentences what could not be looked at, and why.
 */
public record SourceSnapshot(SourceApp app, SourcePlatform platform, SourceDelivery delivery, SourceServices services,
		SourceTraffic traffic, List<SourceDatabaseSeen> databases, List<String> gaps) {

	@SuppressWarnings("ConstantValue")
	public SourceSnapshot {
		platform = Objects.requireNonNullElse(platform, SourcePlatform.NONE);
		delivery = Objects.requireNonNullElse(delivery, SourceDelivery.NONE);
		services = Objects.requireNonNullElse(services, SourceServices.NONE);
		traffic = Objects.requireNonNullElse(traffic, SourceTraffic.NONE);
		databases = List.copyOf(Objects.requireNonNullElse(databases, List.of()));
		gaps = List.copyOf(Objects.requireNonNullElse(gaps, List.of()));
	}

	/** A look that found nothing but the app. */
	public static SourceSnapshot of(SourceApp app) {
		return new SourceSnapshot(app, SourcePlatform.NONE, SourceDelivery.NONE, SourceServices.NONE,
				SourceTraffic.NONE, List.of(), List.of());
	}

	/** The same with something else known of the platform. */
	public SourceSnapshot with(SourcePlatform other) {
		return new SourceSnapshot(this.app, other, this.delivery, this.services, this.traffic, this.databases,
				this.gaps);
	}

	/** The same with something else known of how code gets there. */
	public SourceSnapshot with(SourceDelivery other) {
		return new SourceSnapshot(this.app, this.platform, other, this.services, this.traffic, this.databases,
				this.gaps);
	}

	/** The same with something else known of its add-ons. */
	public SourceSnapshot with(SourceServices other) {
		return new SourceSnapshot(this.app, this.platform, this.delivery, other, this.traffic, this.databases,
				this.gaps);
	}

	/** The same with something else known of its names. */
	public SourceSnapshot with(SourceTraffic other) {
		return new SourceSnapshot(this.app, this.platform, this.delivery, this.services, other, this.databases,
				this.gaps);
	}

	/** The same with other databases. */
	public SourceSnapshot with(List<SourceDatabaseSeen> others) {
		return new SourceSnapshot(this.app, this.platform, this.delivery, this.services, this.traffic, others,
				this.gaps);
	}

}
