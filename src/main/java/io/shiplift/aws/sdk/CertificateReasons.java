package io.shiplift.aws.sdk;

import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.FailureReason;

/**
 * Why a certificate cannot be used, in words that say what to do.
 */
final class CertificateReasons {

	private CertificateReasons() {
	}

	static String of(CertificateDetail certificate) {
		return switch (certificate.status()) {
			case FAILED -> failed(certificate.failureReason());
			case VALIDATION_TIMED_OUT ->
				"VALIDATION_TIMED_OUT: the records that prove the names were not found within 72 hours. Add them sooner.";
			case REVOKED -> "REVOKED: somebody revoked it. A new one has to be requested.";
			case EXPIRED -> "EXPIRED: it was not renewed in time. A new one has to be requested.";
			case INACTIVE -> "INACTIVE: AWS has put it out of use. A new one has to be requested.";
			default -> certificate.statusAsString() + ": AWS has added a state that Shiplift does not know.";
		};
	}

	private static String failed(FailureReason reason) {
		if (reason == null) {
			return "FAILED, without a reason.";
		}
		return reason + ": " + switch (reason) {
			case CAA_ERROR ->
				"a CAA record of the domain allows other issuers only. Add one for amazon.com, or remove it.";
			case ADDITIONAL_VERIFICATION_REQUIRED ->
				"AWS wants to look at this name itself. Open a case with its support.";
			case DOMAIN_NOT_ALLOWED ->
				"the name is on a list of unsafe ones. Have it taken off there, then ask AWS's support.";
			case DOMAIN_VALIDATION_DENIED -> "the owner of the name denied it.";
			case INVALID_PUBLIC_DOMAIN -> "the name does not end in a public domain. Correct it in the plan.";
			case NO_AVAILABLE_CONTACTS -> "no owner of the name could be asked.";
			case SLR_NOT_FOUND -> "the role of ACM in the account is missing.";
			case OTHER -> "AWS says no more than that. Request it again, and ask AWS's support if it fails again.";
			default -> "the private authority refused it.";
		};
	}

}
