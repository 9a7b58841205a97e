package io.shiplift.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Certificates requested from ACM outside any stack, because they wait for DNS.
 */
public interface Certificates {

	/** Finds the certificate that carries our tags. */
	Optional<Certificate> find(Map<String, String> tags);

	void request(List<String> domains, Map<String, String> tags, String token);

	void delete(String arn, String token);

	/** A certificate; validation records may appear some seconds after the request. */
	record Certificate(String arn, Status status, String reason, List<ValidationRecord> validation) {

	}

	/** The CNAME that proves ownership of a domain. */
	record ValidationRecord(String domain, String name, String value) {

	}

	/** The states of a certificate that lead to different next actions. */
	enum Status {

		/** Waits for its validation records. */
		PENDING_VALIDATION,

		/** Ready for use. */
		ISSUED,

		/** Refused or timed out; a new one must be requested. */
		FAILED

	}

}
