package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.aws.Aws.Leftover;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * Finds what carries the tag of a migration. AWS's index still names things for a while
 * after they are gone, so each is looked at before it counts.
 */
final class SdkLeftovers {

	private static final String OWNER = "shiplift:migration";

	private static final String STACK = "aws:cloudformation:stack-id";

	private static final int PAGE = 100;

	private final Clients clients;

	private final Traces traces;

	SdkLeftovers(Clients clients) {
		this.clients = clients;
		this.traces = new Traces(clients);
	}

	List<Leftover> of(String migrationId) {
		List<ResourceTagMapping> found = tagged(migrationId).stream()
			.filter((resource) -> this.traces.stands(Arn.of(resource.resourceARN())))
			.toList();
		Set<String> arns = found.stream().map(ResourceTagMapping::resourceARN).collect(Collectors.toSet());
		return found.stream().map((resource) -> leftover(resource, arns)).toList();
	}

	private static Leftover leftover(ResourceTagMapping resource, Set<String> standing) {
		Arn arn = Arn.of(resource.resourceARN());
		boolean outlived = resource.tags()
			.stream()
			.filter((tag) -> tag.key().equals(STACK))
			.map(Tag::value)
			.noneMatch(standing::contains);
		return new Leftover(arn.type(), arn.name(), outlived ? arn.keptBecause() : "");
	}

	private List<ResourceTagMapping> tagged(String migrationId) {
		List<ResourceTagMapping> all = new ArrayList<>();
		String next = "";
		do {
			GetResourcesResponse page = page(migrationId, next.isEmpty() ? null : next);
			all.addAll(page.resourceTagMappingList());
			next = Objects.requireNonNullElse(page.paginationToken(), "");
		}
		while (!next.isEmpty());
		return all;
	}

	private GetResourcesResponse page(String migrationId, @Nullable String next) {
		TagFilter owner = TagFilter.builder().key(OWNER).values(migrationId).build();
		return this.clients.calls()
			.call("resourcegroupstaggingapi:GetResources", OWNER + "=" + migrationId, () -> this.clients.tags()
				.getResources((list) -> list.tagFilters(List.of(owner)).resourcesPerPage(PAGE).paginationToken(next)));
	}

}
