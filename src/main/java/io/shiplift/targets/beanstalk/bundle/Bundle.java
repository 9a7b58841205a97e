package io.shiplift.targets.beanstalk.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.shiplift.plan.Plan;

/**
 * The deployable package as bytes, equal for equal plans.
 */
final class Bundle {

	private static final String REDIRECT = """
			Resources:
			  AWSEBV2LoadBalancerListener:
			    Type: AWS::ElasticLoadBalancingV2::Listener
			    Properties:
			      LoadBalancerArn: {Ref: AWSEBV2LoadBalancer}
			      Port: 80
			      Protocol: HTTP
			      DefaultActions:
			        - Type: redirect
			          RedirectConfig: {Protocol: HTTPS, Port: "443", StatusCode: HTTP_301}
			""";

	private Bundle() {
	}

	static byte[] of(Plan plan) {
		Map<String, String> files = new TreeMap<>();
		files.put("Procfile", procfile(plan));
		files.put(".ebextensions/10-https-redirect.config", REDIRECT);
		return zip(files);
	}

	/** Web listens on the port that the platform's proxy asks. */
	static String procfile(Plan plan) {
		return plan.source()
			.processes()
			.stream()
			.filter((process) -> plan.mapping().runs(process.type()))
			.map((process) -> process.type() + ": " + process.command().replace("$PORT", "8000") + "\n")
			.collect(Collectors.joining());
	}

	static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] zip(Map<String, String> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
