package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformFilter;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformSummary;

/**
 * Finds the platform version that AWS recommends at the moment: it changes about monthly.
 */
final class Platforms {

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final Comparator<PlatformSummary> NEWEST = Comparator
		.comparing((PlatformSummary platform) -> !"supported".equalsIgnoreCase(platform.platformBranchLifecycleState()))
		.thenComparing((platform) -> sortable(platform.platformBranchName()), Comparator.reverseOrder())
		.thenComparing((platform) -> sortable(platform.platformVersion()), Comparator.reverseOrder());

	private final Clients clients;

	Platforms(Clients clients) {
		this.clients = clients;
	}

	/**
	 * The ARN of the newest platform for a language such as {@code Python 3.13}, or of
	 * its newest version for {@code Python}.
	 */
	String newest(String language) {
		return all(language).stream()
			.filter((platform) -> fits(language, platform))
			.min(NEWEST)
			.map(PlatformSummary::platformArn)
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "Beanstalk has no platform for " + language
					+ " in this region. Bring the app to a version that it has, or choose another region."));
	}

	private static boolean fits(String language, PlatformSummary platform) {
		String branch = Objects.requireNonNullElse(platform.platformBranchName(), "");
		return branch.startsWith(language + " ") && branch.contains("Amazon Linux 2023");
	}

	private List<PlatformSummary> all(String language) {
		List<PlatformSummary> all = new ArrayList<>();
		String next = null;
		do {
			ListPlatformVersionsResponse page = page(language, next);
			all.addAll(page.platformSummaryList());
			next = page.nextToken();
		}
		while (next != null);
		return all;
	}

	private ListPlatformVersionsResponse page(String language, @Nullable String next) {
		return this.clients.calls()
			.call("elasticbeanstalk:ListPlatformVersions", language,
					() -> this.clients.beanstalk()
						.listPlatformVersions((list) -> list
							.filters(filter("PlatformBranchName", "begins_with", language + " "),
									filter("PlatformLifecycleState", "=", "recommended"))
							.nextToken(next)));
	}

	private static PlatformFilter filter(String type, String operator, String value) {
		return PlatformFilter.builder().type(type).operator(operator).values(value).build();
	}

	/** Numbers of the same length, so that 3.9 comes before 3.13. */
	private static String sortable(@Nullable String version) {
		Matcher matcher = NUMBER.matcher(Objects.requireNonNullElse(version, ""));
		return matcher.replaceAll((number) -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
	}

}
