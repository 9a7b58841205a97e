package io.shiplift.targets.beanstalk.environment;

import java.util.Map;
import java.util.TreeMap;

import io.shiplift.aws.Applications;
import io.shiplift.fact.Application;
import io.shiplift.fact.Certificate;
import io.shiplift.fact.Configuration;
import io.shiplift.fact.Network;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Provided;
import io.shiplift.step.StepContext;

/**
 * The option settings of the environment, as {@code namespace:option}.
 */
final class EnvironmentSettings {

	private static final String SECRETS = "aws:elasticbeanstalk:application:environmentsecrets:";

	private static final String PLAIN = "aws:elasticbeanstalk:application:environment:";

	private EnvironmentSettings() {
	}

	static Map<String, String> of(StepContext context) {
		Map<String, String> settings = new TreeMap<>();
		place(settings, context.fact(Network.class));
		roles(settings, context.fact(Application.class));
		size(settings, context.plan());
		context.find(Certificate.class).ifPresent((certificate) -> listen(settings, certificate));
		Configuration configuration = context.fact(Configuration.class);
		configuration.secrets().forEach((name, arn) -> settings.put(SECRETS + name, arn));
		configuration.plain().forEach((name, value) -> settings.put(PLAIN + name, value));
		return settings;
	}

	/**
	 * Settings of the plan that an environment does not have; which data it uses is the
	 * cutover's matter.
	 */
	static Map<String, String> changed(StepContext context, Applications.Environment standing) {
		Map<String, String> changed = new TreeMap<>(standing.lacks(of(context)));
		changed.remove(SECRETS + "DATABASE_URL");
		context.plan().mapping().rewritten(Provided.DATABASE).forEach((name) -> changed.remove(SECRETS + name));
		return changed;
	}

	private static void place(Map<String, String> settings, Network network) {
		settings.put("aws:ec2:vpc:VPCId", network.vpcId());
		settings.put("aws:ec2:vpc:Subnets", String.join(",", network.privateSubnets()));
		settings.put("aws:ec2:vpc:ELBSubnets", String.join(",", network.publicSubnets()));
		settings.put("aws:ec2:vpc:AssociatePublicIpAddress", "false");
		settings.put("aws:autoscaling:launchconfiguration:DisableDefaultEC2SecurityGroup", "true");
		settings.put("aws:autoscaling:launchconfiguration:DisableIMDSv1", "true");
		settings.put("aws:autoscaling:launchconfiguration:SecurityGroups", network.appGroup());
		settings.put("aws:elbv2:loadbalancer:SecurityGroups", network.balancerGroup());
	}

	private static void roles(Map<String, String> settings, Application application) {
		settings.put("aws:elasticbeanstalk:environment:ServiceRole", application.serviceRole());
		settings.put("aws:autoscaling:launchconfiguration:IamInstanceProfile", application.instanceProfile());
	}

	private static void size(Map<String, String> settings, Plan plan) {
		settings.put("aws:elasticbeanstalk:environment:LoadBalancerType", "application");
		settings.put("aws:ec2:instances:InstanceTypes", plan.sizes().instanceType());
		settings.put("aws:autoscaling:asg:MinSize", Integer.toString(plan.sizes().webInstances()));
		settings.put("aws:autoscaling:asg:MaxSize", Integer.toString(plan.mostInstances()));
		settings.put("aws:elasticbeanstalk:command:DeploymentPolicy", "Immutable");
		settings.put("aws:elasticbeanstalk:command:Timeout", "1200");
		settings.put("aws:elasticbeanstalk:healthreporting:system:SystemType", "enhanced");
		settings.put("aws:elasticbeanstalk:environment:process:default:HealthCheckPath", plan.healthPath());
		settings.put("aws:elasticbeanstalk:cloudwatch:logs:StreamLogs", "true");
	}

	private static void listen(Map<String, String> settings, Certificate certificate) {
		settings.put("aws:elbv2:listener:443:Protocol", "HTTPS");
		settings.put("aws:elbv2:listener:443:SSLCertificateArns", certificate.arn());
		settings.put("aws:elbv2:listener:443:SSLPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
	}

}
