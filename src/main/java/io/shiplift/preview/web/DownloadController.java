package io.shiplift.preview.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.shiplift.migration.BuiltStacks;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.preview.Previews;
import io.shiplift.preview.StackArchive;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.step.Blueprint;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Templates and parameters to take along: of one stack before it is built, and of all
 * that were built.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}")
class DownloadController {

	private final Previews previews;

	private final Migrations migrations;

	private final BuiltStacks built;

	DownloadController(Previews previews, Migrations migrations, BuiltStacks built) {
		this.previews = previews;
		this.migrations = migrations;
		this.built = built;
	}

	@GetMapping("/plans/{number:\\d{1,6}}/preview/{part:[a-z]{1,20}}.yaml")
	ResponseEntity<byte[]> template(@PathVariable String id, @PathVariable int number, @PathVariable String part,
			Member member) {
		return file(part + ".yaml", "text/yaml", text(blueprint(id, number, part, member).template()));
	}

	@GetMapping("/plans/{number:\\d{1,6}}/preview/{part:[a-z]{1,20}}.json")
	ResponseEntity<byte[]> parameters(@PathVariable String id, @PathVariable int number, @PathVariable String part,
			Member member) {
		return file(part + "-parameters.json", MediaType.APPLICATION_JSON_VALUE,
				text(StackArchive.parameters(blueprint(id, number, part, member))));
	}

	@GetMapping("/stacks.zip")
	ResponseEntity<byte[]> archive(@PathVariable String id, Member member) {
		Migration migration = this.migrations.find(id, member);
		List<Blueprint> blueprints = this.built.of(id);
		if (blueprints.isEmpty()) {
			throw new NotFound("stacks of " + id);
		}
		String region = this.migrations.read(this.migrations.newestPlan(migration)).region();
		return file("shiplift-" + id + "-stacks.zip", "application/zip",
				StackArchive.zip(migration.name(), region, blueprints));
	}

	private Blueprint blueprint(String id, int number, String part, Member member) {
		FrozenPlan frozen = this.migrations.frozenPlan(this.migrations.find(id, member), number);
		return this.previews.blueprint(frozen, part).orElseThrow(() -> new NotFound("stack " + part));
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(MediaType.parseMediaType(type))
			.body(content);
	}

}
