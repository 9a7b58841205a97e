package io.shiplift.preview.web;

import io.shiplift.migration.Migration;
import io.shiplift.security.Member;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Scene;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of previews.
 */
@PageTest
class PreviewPagesTests {

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private Scene scene;

	@Test
	void showsEachStackAndAsksAws() {
		Migration migration = this.scene.frozen();
		String path = path(migration);
		assertThat(this.clicks.get(Visitors.OLGA, "/migrations/" + migration.id() + "/plans/1")).bodyText()
			.contains(path);
		assertThat(this.clicks.get(Visitors.OLGA, path)).hasStatusOk()
			.bodyText()
			.contains("File store", "shiplift-" + migration.id() + "-store", "AWS::S3::Bucket", "AWS was not asked yet",
					"Ask AWS");
		assertThat(this.clicks.get(Visitors.VERA, path)).hasStatusOk().bodyText().doesNotContain("Ask AWS");
		assertThat(this.clicks.post(Visitors.OLGA, path + "/ask")).hasRedirectedUrl(path);
		assertThat(this.clicks.get(Visitors.OLGA, path + "/stacks")).bodyText()
			.contains("Clear the preview away")
			.doesNotContain("Ask AWS");
		assertThat(this.clicks.post(Visitors.OLGA, path + "/discard")).hasRedirectedUrl(path);
	}

	@Test
	void templatesAndParametersCanBeDownloaded() {
		String path = path(this.scene.frozen());
		assertThat(this.clicks.get(Visitors.VERA, path + "/store.yaml")).hasStatusOk()
			.bodyText()
			.isEqualTo("Resources: {Files: {Type: 'AWS::S3::Bucket'}}\n");
		assertThat(this.clicks.get(Visitors.VERA, path + "/store.json")).hasStatusOk().bodyText().startsWith("[");
		assertThat(this.clicks.get(Visitors.VERA, path + "/other.yaml")).hasStatus(404);
	}

	@Test
	void othersFindNothing() {
		Migration migration = this.scene.frozen();
		Member stranger = Visitors.STRANGER;
		assertThat(this.clicks.get(stranger, path(migration))).hasStatus(404);
		assertThat(this.clicks.get(stranger, path(migration) + "/store.yaml")).hasStatus(404);
		assertThat(this.clicks.post(stranger, path(migration) + "/ask")).hasStatus(404);
		assertThat(this.clicks.get(stranger, "/migrations/" + migration.id() + "/stacks.zip")).hasStatus(404);
		assertThat(this.clicks.get(Visitors.OLGA, "/migrations/" + migration.id() + "/stacks.zip")).hasStatus(404);
		assertThat(this.clicks.post(Visitors.VERA, path(migration) + "/ask")).hasStatus(403);
	}

	private static String path(Migration migration) {
		return "/migrations/" + migration.id() + "/plans/1/preview";
	}

}
