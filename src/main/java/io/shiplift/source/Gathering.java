package io.shiplift.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import io.shiplift.outside.OutsideProblem;

/**
 * Asks many things at the same time. What may be missing leaves a sentence instead.
 */
final class Gathering implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<String> gaps = new CopyOnWriteArrayList<>();

	/** Asks for something without which there is no look. */
	<T> Supplier<T> ask(Supplier<T> question) {
		Future<T> answer = this.threads.submit(question::get);
		return () -> join(answer);
	}

	/**
	 * Asks for something that may be missing.
	 * @param what is missing then, as the start of a sentence
	 * @param otherwise stands for it
	 */
	<T> Supplier<T> ask(String what, T otherwise, Supplier<T> question) {
		return ask(() -> {
			try {
				return question.get();
			}
			catch (OutsideProblem ex) {
				this.gaps.add(what + " could not be read. " + ex.getMessage());
				return otherwise;
			}
		});
	}

	void gap(String sentence) {
		this.gaps.add(sentence);
	}

	List<String> gaps() {
		return this.gaps.stream().sorted().toList();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	private static <T> T join(Future<T> answer) {
		try {
			return answer.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "The look at the source was interrupted.", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException("A look broke", ex.getCause());
		}
	}

}
