package io.shiplift.mover.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import io.shiplift.mover.MoverProblem;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on in a thread of its own until it is asked for.
 *
 * @param <T> the type of what comes of it
 */
public final class Meanwhile<T extends @Nullable Object> {

	private final FutureTask<T> work;

	private Meanwhile(FutureTask<T> work) {
		this.work = work;
	}

	public static <T extends @Nullable Object> Meanwhile<T> begin(Supplier<T> work) {
		FutureTask<T> task = new FutureTask<>(work::get);
		Thread.ofPlatform().daemon().start(task);
		return new Meanwhile<>(task);
	}

	/** Waits for its end. */
	public T get() {
		try {
			return this.work.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException known) ? known
					: new MoverProblem("Something unforeseen happened: " + ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
	}

}
