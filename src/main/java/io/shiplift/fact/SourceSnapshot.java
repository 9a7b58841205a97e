package io.shiplift.fact;

import java.util.List;
import java.util.Objects;

/**
 * Everything that one look at the source found: the app as the plan knows it, and what
 * checks, sizes and costs need besides. Of config vars it has what they are like and no
 * value, and it holds no other secret. The {@code gaps} say in sentences what could not
 * be looked at, and why.
 */
public record SourceSnapshot(SourceApp app, SourceConfig config, SourcePlatform platform, SourceDelivery delivery,
		SourceServices services, SourceTraffic traffic, List<SourceDatabaseSeen> databases, List<String> gaps) {

	@SuppressWarnings("ConstantValue")
	public SourceSnapshot {
		config = Objects.requireNonNullElse(config, SourceConfig.NONE);
		platform = Objects.requireNonNullElse(platform, SourcePlatform.NONE);
		delivery = Objects.requireNonNullElse(delivery, SourceDelivery.NONE);
		services = Objects.requireNonNullElse(services, SourceServices.NONE);
		traffic = Objects.requireNonNullElse(traffic, SourceTraffic.NONE);
		databases = List.copyOf(Objects.requireNonNullElse(databases, List.of()));
		gaps = List.copyOf(Objects.requireNonNullElse(gaps, List.of()));
	}

	/** A look that found nothing but the app. */
	public static SourceSnapshot of(SourceApp app) {
		return new SourceSnapshot(app, SourceConfig.NONE, SourcePlatform.NONE, SourceDelivery.NONE, SourceServices.NONE,
				SourceTraffic.NONE, List.of(), List.of());
	}

	/** The same with something else known of its config vars. */
	public SourceSnapshot with(SourceConfig other) {
		return new SourceSnapshot(this.app, other, this.platform, this.delivery, this.services, this.traffic,
				this.databases, this.gaps);
	}

	/** The same with something else known of the platform. */
	public SourceSnapshot with(SourcePlatform other) {
		return new SourceSnapshot(this.app, this.config, other, this.delivery, this.services, this.traffic,
				this.databases, this.gaps);
	}

	/** The same with something else known of how code gets there. */
	public SourceSnapshot with(SourceDelivery other) {
		return new SourceSnapshot(this.app, this.config, this.platform, other, this.services, this.traffic,
				this.databases, this.gaps);
	}

	/** The same with something else known of its add-ons. */
	public SourceSnapshot with(SourceServices other) {
		return new SourceSnapshot(this.app, this.config, this.platform, this.delivery, other, this.traffic,
				this.databases, this.gaps);
	}

	/** The same with something else known of its names. */
	public SourceSnapshot with(SourceTraffic other) {
		return new SourceSnapshot(this.app, this.config, this.platform, this.delivery, this.services, other,
				this.databases, this.gaps);
	}

	/** The same with other databases. */
	public SourceSnapshot with(List<SourceDatabaseSeen> others) {
		return new SourceSnapshot(this.app, this.config, this.platform, this.delivery, this.services, this.traffic,
				others, this.gaps);
	}

	/** Whether it knows what the config vars are like; a look of long ago does not. */
	public boolean knowsConfig() {
		return this.config.values().size() >= this.app.configVars().size();
	}

}
