package io.shiplift.aws.sdk;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import io.shiplift.aws.Operation;
import io.shiplift.aws.Operations;
import io.shiplift.outside.OutsideProblem;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * The one place that every call to AWS passes: what the catalogue does not know stays
 * here, and the rest is counted.
 */
final class OperationGuard implements ExecutionInterceptor {

	private final Budget budget;

	private final Consumer<Operation> sent;

	OperationGuard(Budget budget, Consumer<Operation> sent) {
		this.budget = budget;
		this.sent = sent;
	}

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
		String name = Objects.requireNonNull(service).replace(" ", "").toLowerCase(Locale.ROOT) + ":"
				+ attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
		Operation operation = Operations.find(name)
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.REFUSED, "Shiplift held back " + name
					+ ": it is not among the operations it may use. This is a fault of Shiplift. Report it."));
		this.budget.take(operation.reads());
		this.sent.accept(operation);
	}

}
