package io.shiplift.aws.sdk;

import java.net.URI;
import java.time.Clock;

import io.shiplift.aws.Operation.Proof;
import io.shiplift.credentials.Mask;
import io.shiplift.testing.Moto;
import io.shiplift.testing.Proves;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Clients for tests, whose calls are noted.
 */
final class TestClients {

	static final String REGION = "eu-central-1";

	private TestClients() {
	}

	/** Clients of an account of the emulator; each test class takes one of its own. */
	static Clients moto(String account) {
		return clients(new Access(account, REGION, Moto.account(account)), line(Moto.endpoint(), Proof.MOTO));
	}

	/** The same, whose requests pass something on their way. */
	static Clients moto(String account, SdkHttpClient http) {
		Line direct = line(Moto.endpoint(), Proof.MOTO);
		Line line = new Line(http, direct.timer(), direct.endpoint(), direct.sent(), direct.pause());
		return clients(new Access(account, REGION, Moto.account(account)), line);
	}

	/** Clients of what answers at an address. */
	static Clients at(URI endpoint) {
		return clients(new Access("111122223333", REGION, keys()), line(endpoint, Proof.STUB));
	}

	/** For what tests prepare and look at without the product's own calls. */
	static S3Client s3(String account) {
		return S3Client.builder()
			.region(Region.of(REGION))
			.endpointOverride(Moto.endpoint())
			.credentialsProvider(Moto.account(account))
			.forcePathStyle(true)
			.httpClient(UrlConnectionHttpClient.create())
			.build();
	}

	static StaticCredentialsProvider keys() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret-of-a-test"));
	}

	static Clients clients(Access access, Line line) {
		return new Clients(access, line, new Budget(Clock.systemUTC()), new Mask());
	}

	/** A line on which nobody waits between tries. */
	static Line line(URI endpoint, Proof proof) {
		Line line = Line.to(endpoint);
		return new Line(line.http(), line.timer(), endpoint, (operation) -> Proves.sent(proof, operation), (tries) -> {
		});
	}

}
