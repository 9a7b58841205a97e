package io.shiplift.steps;

import java.util.Map;

import io.shiplift.aws.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@link TemplateInspector} notices faults which were planted, most of which
 * the linter does not.
 */
class TemplateInspectorTests {

	private static final Map<String, String> PLACE = Map.of("Name", "shiplift-w1", "VpcId", "vpc-1", "PrivateSubnetIds",
			"subnet-1,subnet-2", "AppGroupId", "sg-1");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					network   | CidrBlock: !Ref VpcCidr        | CidrBlock: 10.42.0.0/99          | Vpc has a CIDR that is none
					network   | CidrBlock: !Ref VpcCidr        | CidrBlock: 10.420.0.0/16         | Vpc has a CIDR that is none
					network   | FromPort: 80, ToPort: 80, Sour | FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0, Sour | AppGroup has open to everybody
					network   | ToPort: 443, CidrIp            | ToPort: 65535, CidrIp            | BalancerGroup has open to everybody
					database  | Engine: postgres               | Engine: postgresql               | Database has an engine that is not postgres
					database  | StorageEncrypted: true         | StorageEncrypted: false          | Database has no encryption
					database  | PubliclyAccessible: false      | PubliclyAccessible: true         | Database has public access
					database  | AllocatedStorage: !Ref StorageGiB | AllocatedStorage: 5           | Database has too little storage for gp3
					database  | BackupRetentionPeriod: !Ref BackupDays | BackupRetentionPeriod: 99 | Database has a retention that RDS does not know
					database  | rds.force_ssl: "1"             | rds.force_ssl: "0"               | Settings has TLS not forced
					database  | DeletionPolicy: Snapshot       | DeletionPolicy: Delete           | Database has no last snapshot
					cache     | EngineVersion: "8.0"           | EngineVersion: "80"              | Cache has an unknown version
					cache     | TransitEncryptionEnabled: true | TransitEncryptionEnabled: false  | Cache has a password without TLS
					cache     | AuthToken: !Ref Password       | Description: none                | Cache has no password
					cache     | AuthToken: !Ref Password       | AuthToken: "{{resolve:secretsmanager:x}}" | a dynamic reference
					filestore | BlockPublicAcls: true          | BlockPublicAcls: false           | Uploads has doors that are not closed
					filestore | Effect: Deny                   | Effect: Allow                    | Uploads has access without TLS
					""")
	void noticesPlantedFaults(String step, String right, String wrong, String problem) {
		Template template = Template.of(Template.class, "/io/shiplift/steps/%1$s/%1$s.yaml".formatted(step));
		assertThat(problems(step, template)).isEmpty();
		assertThat(template.text()).contains(right);
		String text = template.text();
		int at = text.indexOf(right);
		Template faulty = new Template(text.substring(0, at) + wrong + text.substring(at + right.length()));
		assertThat(problems(step, faulty)).containsExactly(problem);
	}

	private static java.util.List<String> problems(String step, Template template) {
		Parameters parameters = new Parameters(Map.of());
		Map<String, String> given = switch (step) {
			case "network" -> parameters.with(Map.of("Name", "shiplift-w1")).values();
			case "database" -> parameters.with(PLACE).with(Map.of("WorkerGroupId", "sg-2")).values();
			case "cache" -> parameters.with(PLACE).with(Map.of("Password", "x".repeat(32))).values();
			default -> Map.of();
		};
		return new TemplateInspector(template, given).problems();
	}

}
