package io.shiplift.mover.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.shiplift.mover.MoverProblem;

/**
 * Does the same on both sides at once.
 */
public final class Sides {

	private Sides() {
	}

	/** Answers in the same order. */
	public static <T, R> List<R> both(List<T> sides, Function<T, R> work) {
		ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
		try {
			List<Future<R>> begun = new ArrayList<>();
			sides.forEach((side) -> begun.add(threads.submit(() -> work.apply(side))));
			List<R> answers = new ArrayList<>();
			for (Future<R> future : begun) {
				answers.add(future.get());
			}
			return answers;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException known) ? known
					: new MoverProblem("Something unforeseen happened: " + ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

}
