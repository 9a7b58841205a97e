package io.shiplift.security.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with the set-up properties instead of printing a stack trace.
 */
class SetupFailureAnalyzer extends AbstractFailureAnalyzer<SetupFailed> {

	@Override
	protected FailureAnalysis analyze(Throwable root, SetupFailed cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
