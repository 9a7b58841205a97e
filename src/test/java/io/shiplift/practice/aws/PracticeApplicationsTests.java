package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Applications;
import io.shiplift.aws.Applications.Environment;
import io.shiplift.aws.Applications.Event;
import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Applications.Status;
import io.shiplift.aws.Aws.Commands.CommandState;
import io.shiplift.aws.Aws.Leftover;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change.Effect;
import io.shiplift.practice.Faults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeApplications} and {@link PracticeCommands}.
 */
class PracticeApplicationsTests {

	private static final String WEB = "shiplift-w1-web";

	private static final Map<String, String> SETTINGS = Map.of("aws:autoscaling:asg/MinSize", "1");

	private static final List<String> MIGRATE = List.of("python", "manage.py", "migrate", "--noinput");

	private final AwsWorld world = new AwsWorld();

	@BeforeEach
	void anApplication() {
		this.world.application();
	}

	@Test
	void walksFromLaunchingToHealthy() {
		create();
		assertThat(environment().status()).isEqualTo(Status.LAUNCHING);
		assertThat(environment().health()).isEqualTo(Health.GREY);
		this.world.pass(Duration.ofSeconds(290));
		assertThat(environment().status()).isEqualTo(Status.READY);
		assertThat(environment().health()).isEqualTo(Health.GREY);
		this.world.pass(Duration.ofSeconds(15));
		assertThat(environment().health()).isEqualTo(Health.GREEN);
		assertThat(environment().address()).startsWith(WEB).endsWith(".eu-central-1.elasticbeanstalk.com");
		assertThat(environment().id()).matches("e-[0-9a-f]{10}");
		assertThat(environment().tags()).containsEntry("shiplift:migration", "w1");
	}

	@Test
	void tellsEventsOnce() {
		create();
		List<Event> seen = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			seen.addAll(applications().events(WEB, seen.isEmpty() ? null : seen.getLast().id()));
			this.world.pass(Duration.ofSeconds(10));
		}
		assertThat(seen).extracting(Event::message)
			.startsWith("createEnvironment is starting.")
			.contains("Successfully launched environment: " + WEB)
			.endsWith("Environment health has transitioned from Pending to Ok.");
		assertThat(seen).extracting(Event::id).doesNotHaveDuplicates();
	}

	@Test
	void theSameTokenHasNoSecondEffect() {
		create();
		create();
		ready();
		applications().updateEnvironment(WEB, Map.of("web", "2"), "u");
		applications().updateEnvironment(WEB, Map.of("web", "2"), "u");
		applications().terminateEnvironment(WEB, "t");
		applications().terminateEnvironment(WEB, "t");
		assertThat(this.world.effects("applications", "createEnvironment")).containsExactly(Effect.CREATED,
				Effect.NONE);
		assertThat(this.world.effects("applications", "updateEnvironment")).containsExactly(Effect.CHANGED,
				Effect.NONE);
		assertThat(this.world.effects("applications", "terminateEnvironment")).containsExactly(Effect.DELETED,
				Effect.NONE);
	}

	@Test
	void changesSettingsAndStaysHealthy() {
		create();
		ready();
		applications().updateEnvironment(WEB, Map.of("web", "2"), "u");
		assertThat(environment().status()).isEqualTo(Status.UPDATING);
		assertThat(environment().health()).isEqualTo(Health.GREEN);
		assertProblem(Kind.TRANSIENT, () -> applications().updateEnvironment(WEB, Map.of("web", "3"), "u2"));
		this.world.pass(Duration.ofMinutes(2));
		assertThat(environment().status()).isEqualTo(Status.READY);
		assertThat(environment().settings()).containsEntry("web", "2").containsAllEntriesOf(SETTINGS);
	}

	@Test
	void keepsOldSettingsWhenAChangeFails() {
		create();
		ready();
		this.world.world().faults().add("w1", "aws.applications.updateEnvironment", Faults.Kind.FAIL_ONCE);
		applications().updateEnvironment(WEB, Map.of("web", "2"), "u");
		this.world.pass(Duration.ofMinutes(2));
		assertThat(environment().settings()).doesNotContainKey("web");
		assertThat(applications().events(WEB, null).getLast().severity()).isEqualTo("ERROR");
	}

	@Test
	void aFailedLaunchIsReadyButRed() {
		this.world.world().faults().add("w1", "web", Faults.Kind.FAIL_ONCE);
		create();
		this.world.pass(Duration.ofMinutes(10));
		assertThat(environment().status()).isEqualTo(Status.READY);
		assertThat(environment().health()).isEqualTo(Health.RED);
		assertThat(applications().events(WEB, null)).anyMatch((event) -> event.severity().equals("ERROR"));
	}

	@Test
	void hangsAndCanStillBeTerminated() {
		this.world.world().faults().add("w1", "web", Faults.Kind.HANG);
		create();
		this.world.pass(Duration.ofDays(1));
		assertThat(environment().status()).isEqualTo(Status.LAUNCHING);
		applications().terminateEnvironment(WEB, "t");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(applications().findEnvironment(WEB)).isEmpty();
		create();
		assertThat(environment().status()).isEqualTo(Status.LAUNCHING);
	}

	@Test
	void refusesWhatElasticBeanstalkWouldRefuse() {
		assertProblem(Kind.REFUSED, () -> applications().createEnvironment(
				new Applications.EnvironmentRequest("shiplift-w1", WEB, "v2", "Python", SETTINGS, Map.of(), "x")));
		assertProblem(Kind.REFUSED, () -> applications().createEnvironment(AwsWorld
			.environment(Map.of("aws:elasticbeanstalk:application:environment/BIG", "x".repeat(5000)), "x")));
		assertProblem(Kind.REFUSED, () -> register("nobody", "v", "b", "x"));
		assertProblem(Kind.REFUSED, () -> register("shiplift-w1", "v2", "nowhere", "x"));
		assertProblem(Kind.REFUSED, () -> register("shiplift-w1", "v1", "b", "other"));
		assertProblem(Kind.REFUSED, () -> applications().updateEnvironment(WEB, SETTINGS, "x"));
		assertProblem(Kind.REFUSED, () -> this.world.aws().objects().put("nowhere", "k", new byte[1], "x"));
		create();
		assertProblem(Kind.REFUSED,
				() -> applications().createEnvironment(AwsWorld.environment(SETTINGS, "another token")));
	}

	@Test
	void versionsGoWithTheirApplication() {
		create();
		assertProblem(Kind.TRANSIENT, () -> applications().deleteVersion("shiplift-w1", "v1", "x"));
		this.world.aws().stacks().delete("shiplift-w1-application", "d");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.stack("application").reason()).contains("dependent object");
		assertThat(this.world.aws().leftovers("w1")).extracting(Leftover::type)
			.contains("AWS::ElasticBeanstalk::Environment", "AWS::ElasticBeanstalk::ApplicationVersion");
		applications().terminateEnvironment(WEB, "t");
		this.world.pass(Duration.ofMinutes(5));
		this.world.aws().stacks().delete("shiplift-w1-application", "d2");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.aws().stacks().find("shiplift-w1-application")).isEmpty();
		assertThat(applications().findVersion("shiplift-w1", "v1")).isEmpty();
		applications().deleteVersion("shiplift-w1", "v1", "x");
		assertThat(this.world.aws().leftovers("w1")).extracting(Leftover::type)
			.containsExactly("AWS::CloudFormation::Stack");
	}

	@Test
	void runsACommandOnce() {
		create();
		assertProblem(Kind.TRANSIENT, () -> this.world.aws().commands().start(WEB, MIGRATE, "c"));
		ready();
		this.world.aws().commands().start(WEB, MIGRATE, "c");
		this.world.aws().commands().start(WEB, MIGRATE, "c");
		assertThat(command().running()).isTrue();
		this.world.pass(Duration.ofSeconds(20));
		assertThat(command().lastLine()).contains("Apply all migrations");
		this.world.pass(Duration.ofMinutes(1));
		assertThat(command()).isEqualTo(new CommandState(0, "  No migrations to apply."));
		assertThat(this.world.aws().commands().find("other")).isEmpty();
		assertThat(this.world.effects("commands", "start")).containsExactly(Effect.CREATED, Effect.NONE);
	}

	@Test
	void commandsFailAndHangOnDemand() {
		create();
		ready();
		this.world.world().faults().add("w1", "aws.commands.start", Faults.Kind.FAIL_ONCE);
		this.world.aws().commands().start(WEB, MIGRATE, "c");
		this.world.pass(Duration.ofMinutes(2));
		assertThat(command().exitCode()).isEqualTo(1);
		this.world.world().faults().add("w1", "aws.commands", Faults.Kind.HANG);
		this.world.aws().commands().start(WEB, MIGRATE, "d");
		this.world.pass(Duration.ofDays(2));
		assertThat(this.world.aws().commands().find("d").orElseThrow().running()).isTrue();
	}

	private void register(String application, String label, String bucket, String token) {
		applications().createVersion(new Applications.VersionRequest(application, label, bucket, "k", Map.of(), token));
	}

	private Applications applications() {
		return this.world.aws().applications();
	}

	private void create() {
		applications().createEnvironment(AwsWorld.environment(SETTINGS, "e1"));
	}

	private void ready() {
		this.world.pass(Duration.ofMinutes(6));
		assertThat(environment().health()).isEqualTo(Health.GREEN);
	}

	private Environment environment() {
		return applications().findEnvironment(WEB).orElseThrow();
	}

	private CommandState command() {
		return this.world.aws().commands().find("c").orElseThrow();
	}

	private static void assertProblem(Kind kind, Runnable call) {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(call::run)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(kind));
	}

}
