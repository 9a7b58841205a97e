package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Applications;
import io.shiplift.aws.Aws;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.credentials.Connection;
import io.shiplift.practice.Change;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeWorld;

/**
 * The AWS of a practice world for tests, at the speed of the real one, with a clock that
 * tests move.
 */
final class AwsWorld {

	static final Map<String, String> TAGS = Map.of("shiplift:migration", "w1", "shiplift:step", "network");

	private final PracticeWorld world;

	private final Aws aws;

	private int started;

	AwsWorld() {
		this(new PracticeWorld());
	}

	AwsWorld(PracticeWorld world) {
		this.world = world;
		Ground ground = new Ground(this.world.jdbc(), this.world.ledger(), this.world.faults(), this.world.pace(),
				this.world.clock(), this::master);
		this.aws = new PracticeAwsProvider(ground).open(new Connection.Practice("w1"), "eu-central-1");
	}

	private TargetServer.Master master() {
		this.started++;
		return new TargetServer.Master("127.0.0.1", 6543, "shiplift_master", "secret");
	}

	PracticeWorld world() {
		return this.world;
	}

	Aws aws() {
		return this.aws;
	}

	int timesTargetAsked() {
		return this.started;
	}

	void pass(Duration time) {
		this.world.pass(time);
	}

	Stacks.Stack stack(String step) {
		return this.aws.stacks().find("shiplift-w1-" + step).orElseThrow();
	}

	/** Starts the stack of a step with the template that real AWS gets. */
	void create(String step, Map<String, String> parameters) {
		this.aws.stacks().create(request(step, parameters, step + "-g1"));
	}

	static Stacks.Request request(String step, Map<String, String> parameters, String token) {
		String owner = step.equals("application") ? "targets/beanstalk" : "steps";
		Template template = Template.of(Template.class, "/io/shiplift/%s/%s/%2$s.yaml".formatted(owner, step));
		return new Stacks.Request("shiplift-w1-" + step, template, parameters,
				Map.of("shiplift:migration", "w1", "shiplift:step", step), token);
	}

	/** A stack that stands, and its outputs. */
	Map<String, String> built(String step, Map<String, String> parameters) {
		create(step, parameters);
		pass(Duration.ofMinutes(20));
		return stack(step).outputs();
	}

	Map<String, String> network() {
		return built("network", Map.of("Name", "shiplift-w1"));
	}

	static Map<String, String> databaseParameters(Map<String, String> network) {
		return Map.of("Name", "shiplift-w1", "VpcId", network.get("VpcId"), "PrivateSubnetIds",
				network.get("PrivateSubnetIds"), "AppGroupId", network.get("AppGroupId"), "WorkerGroupId",
				network.get("WorkerGroupId"));
	}

	/** An application with one version, ready for an environment. */
	void application() {
		Map<String, String> files = built("filestore", Map.of());
		String work = files.get("WorkBucket");
		built("application", Map.of("Name", "shiplift-w1", "UploadsBucketArn", files.get("UploadsBucketArn"),
				"WorkBucketArn", files.get("WorkBucketArn")));
		this.aws.objects().put(work, "bundles/v1.zip", new byte[] { 1, 2 }, "bundle");
		this.aws.applications()
			.createVersion(
					new Applications.VersionRequest("shiplift-w1", "v1", work, "bundles/v1.zip", TAGS, "version"));
	}

	static Applications.EnvironmentRequest environment(Map<String, String> settings, String token) {
		return new Applications.EnvironmentRequest("shiplift-w1", "shiplift-w1-web", "v1", "Python", settings,
				Map.of("shiplift:migration", "w1"), token);
	}

	List<Change.Effect> effects(String service, String call) {
		return this.world.ledger()
			.entries("w1")
			.stream()
			.filter((entry) -> entry.service().equals("aws." + service) && entry.call().equals(call))
			.map(Ledger.Entry::effect)
			.toList();
	}

}
