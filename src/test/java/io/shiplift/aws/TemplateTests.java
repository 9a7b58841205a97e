package io.shiplift.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Template.DeletionPolicy;
import io.shiplift.aws.Template.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link Template} and {@link FilledTemplate}.
 */
class TemplateTests {

	private static final String TEXT = """
			AWSTemplateFormatVersion: 2010-09-09
			Parameters:
			  Name: {Type: String, AllowedPattern: "^[a-z-]+$", MaxLength: 8}
			  Size: {Type: Number, Default: 20, MinValue: 20, MaxValue: 90}
			  Mode: {Type: String, Default: one, AllowedValues: [one, two]}
			  Subnets: {Type: "List<AWS::EC2::Subnet::Id>", Default: "a, b"}
			Conditions:
			  Two: !Equals [!Ref Mode, two]
			  One: !Not [{Condition: Two}]
			  Big: !And [{Condition: Two}, !Or [!Equals [!Ref Size, "90"], !Equals [x, y]]]
			Resources:
			  Last:
			    Type: T::Last
			    DependsOn: [Middle]
			    DeletionPolicy: RetainExceptOnCreate
			    Properties:
			      Text: !Sub "${Name}-${First.Arn}-${AWS::Region}-${!Literal}"
			      Own: !Sub ["${Mine}/${Name}", {Mine: !Ref First}]
			      Zone: !Select [1, !GetAZs ""]
			      Which: !If [Two, !Ref Extra, !Ref "AWS::NoValue"]
			      Subnets: [!Ref Subnets]
			      Split: !Select [1, !Split ["|", "x|y|z"]]
			      Code: !Base64 hello
			  Middle: {Type: T::Middle, Properties: {Id: !GetAtt First.Nested.Arn}}
			  First: {Type: T::First, DeletionPolicy: Snapshot}
			  Extra: {Type: T::Extra, Condition: Two}
			Outputs:
			  Joined: {Value: !Join [",", [!Ref First, !Ref Last]]}
			  Port: {Value: {"Fn::GetAtt": [First, Endpoint.Port]}}
			  Extra: {Condition: Two, Value: !Ref Extra}
			""";

	private static final FilledTemplate.Made MADE = new FilledTemplate.Made() {

		@Override
		public String ref(String id) {
			return "id-" + id;
		}

		@Override
		public String attribute(String id, String name) {
			return id + ":" + name;
		}

		@Override
		public String pseudo(String name) {
			return "eu-west-1";
		}

	};

	private final Template template = new Template(TEXT);

	@Test
	void ordersResourcesByWhatTheyReferTo() {
		assertThat(this.template.resources(Map.of())).extracting(Resource::id)
			.containsExactly("First", "Middle", "Last");
		assertThat(this.template.resources(Map.of("Mode", "two"))).extracting(Resource::id)
			.contains("Extra")
			.endsWith("Last");
	}

	@Test
	void saysWhatEachResourceWaitsFor() {
		Resource last = this.template.resources(Map.of("Mode", "two")).getLast();
		assertThat(last.after()).containsExactlyInAnyOrder("First", "Middle", "Extra");
		assertThat(last.type()).isEqualTo("T::Last");
		assertThat(last.deletionPolicy()).isEqualTo(DeletionPolicy.RETAIN_EXCEPT_ON_CREATE);
		assertThat(this.template.resources(Map.of()).getLast().after()).doesNotContain("Extra");
	}

	@Test
	void worksOutProperties() {
		Map<String, Object> properties = this.template.fill(Map.of("Name", "shop")).properties("Last", MADE);
		assertThat(properties).containsEntry("Text", "shop-First:Arn-eu-west-1-${Literal}")
			.containsEntry("Own", "id-First/shop")
			.containsEntry("Zone", "eu-west-1b")
			.containsEntry("Subnets", List.of(List.of("a", "b")))
			.containsEntry("Split", "y")
			.containsEntry("Code", "aGVsbG8=")
			.doesNotContainKey("Which");
	}

	@Test
	void worksOutOutputs() {
		assertThat(this.template.fill(Map.of("Name", "shop")).outputs(MADE))
			.containsExactlyInAnyOrderEntriesOf(Map.of("Joined", "id-First,id-Last", "Port", "First:Endpoint.Port"));
		assertThat(this.template.fill(Map.of("Name", "shop", "Mode", "two")).outputs(MADE)).containsEntry("Extra",
				"id-Extra");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Name=             | Parameter Name must match ^[a-z-]+$
			Name=far-too-long | Parameter Name must be at most 8 characters
			Name=a;Size=x     | Parameter Size must be a number
			Name=a;Size=10    | Parameter Size must be at least 20
			Name=a;Size=100   | Parameter Size must be at most 90
			Name=a;Mode=three | Parameter Mode must be one of [one, two]
			Name=a;Subnets=   | Parameter Subnets must list at least one value
			Size=20           | Parameter Name has no value and no default
			Name=a;Nmae=b     | Parameter Nmae is not in the template
			""")
	void saysWhatIsWrongWithParameters(String given, String problem) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : given.split(";")) {
			parameters.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
		}
		assertThat(this.template.problems(parameters)).singleElement().asString().startsWith(problem);
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.fill(parameters))
			.withMessageStartingWith(problem);
	}

	@Test
	void tellsParametersApart() {
		assertThat(this.template.parameters()).extracting(TemplateParameter::name, TemplateParameter::required)
			.contains(tuple("Name", true), tuple("Size", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Resources: {A: {Type: T, DependsOn: B}, B: {Type: T, DependsOn: A}} | ring: [A, B]
			Resources: {A: {Type: T, Properties: {X: !Ref Nobody}}}             | A refers to Nobody
			Resources: {A: {Type: T, Properties: {X: !GetAtt Nobody.Arn}}}      | A refers to Nobody
			Resources: {A: {Type: T, Properties: {X: !GetAtt Nobody}}}          | names a resource and an attribute
			Resources: {A: {Properties: {X: 1}}}                                | A has no type
			Resources: {A: {Type: T, DeletionPolicy: Keep}}                     | unknown deletion policy Keep
			Resources: {A: {Type: T, Condition: Sometimes}}                     | no condition Sometimes
			Resources: {A: {Type: T, Properties: {X: !Foo 1}}}                  | !Foo is not a known function
			Resources: {A: {Type: T, Properties: {X: !!java.net.URL [http://x]}}} | cannot be read
			Resources: {A: {Type: T, Properties: {X: }}}                        | Resources.A.Properties.X has no value
			Resources: {A: {Type: T}, A: {Type: T}}                             | duplicate key
			Resources: {A: &x {Type: T}, B: *x}                                 | aliases
			Resources: [A]                                                      | Resources must be a map
			Resources: {}                                                       | no resources
			Resources: {A: {Type: T                                             | cannot be read
			just text                                                           | must be a map
			""")
	void saysWhatIsWrongWithTheTemplate(String text, String problem) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Template(text).resources(Map.of()))
			.withMessageContaining(problem);
	}

	@Test
	void noticesAConditionThatDependsOnItself() {
		Template ring = new Template("""
				Conditions:
				  A: !Not [{Condition: B}]
				  B: !Not [!Condition A]
				Resources: {X: {Type: T, Condition: A}}
				""");
		assertThatIllegalArgumentException().isThrownBy(() -> ring.resources(Map.of()))
			.withMessage("Condition A depends on itself");
	}

	@Test
	void refusesATemplateThatIsTooLarge() {
		String text = TEXT + "#".repeat(52_000);
		assertThatIllegalArgumentException().isThrownBy(() -> new Template(text).parameters())
			.withMessageContaining("51200 are allowed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "steps/network/network", "steps/database/database", "steps/filestore/filestore",
			"steps/cache/cache", "targets/beanstalk/application/application" })
	void readsTheTemplatesOfTheSteps(String path) {
		Template template = Template.of(Template.class, "/io/shiplift/" + path + ".yaml");
		assertThat(template.resources(Map.of())).isNotEmpty().allSatisfy((resource) -> {
			assertThat(resource.type()).startsWith("AWS::");
			assertThat(resource.id()).doesNotContain(" ");
		});
	}

}
