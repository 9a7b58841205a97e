package io.shiplift.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How code gets to the app: the pipelines it is part of with all their apps, its
 * buildpacks in order (none if Heroku detects them), its last releases, newest first, and
 * the GitHub repository it deploys from, such as {@code acme/shop}, if Heroku tells.
 */
public record SourceDelivery(List<Stage> stages, List<String> buildpacks, List<Release> releases, String repository,
		String branch, boolean autoDeploy) {

	/** Nothing is known. */
	public static final SourceDelivery NONE = new SourceDelivery(List.of(), List.of(), List.of(), "", "", false);

	@SuppressWarnings("ConstantValue")
	public SourceDelivery {
		stages = List.copyOf(Objects.requireNonNullElse(stages, List.of()));
		buildpacks = List.copyOf(Objects.requireNonNullElse(buildpacks, List.of()));
		releases = List.copyOf(Objects.requireNonNullElse(releases, List.of()));
		repository = Objects.requireNonNullElse(repository, "");
		branch = Objects.requireNonNullElse(branch, "");
	}

	/**
	 * An app in a stage of a pipeline, such as {@code production}. The {@code app} is its
	 * name, or its id if the connection may not see it.
	 */
	public record Stage(String pipeline, String stage, String app) {

	}

	/** A release, such as v12. */
	public record Release(int version, String status, boolean current, String description, String by,
			@Nullable Instant at) {

	}

}
