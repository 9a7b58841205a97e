package io.shiplift.mover.work;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.shiplift.mover.MoverProblem;
import org.jspecify.annotations.Nullable;

/**
 * Works through a list with several lanes side by side, each with sessions of its own.
 * The first problem ends them all.
 */
public final class Lanes {

	private Lanes() {
	}

	/** Parts are taken in their order; a lane is opened and closed by its own thread. */
	public static <T> void run(int count, List<T> parts, Opener<T> opener) {
		Queue<T> queue = new ConcurrentLinkedQueue<>(parts);
		ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
		try {
			ExecutorCompletionService<Boolean> ends = new ExecutorCompletionService<>(threads);
			List<Future<Boolean>> lanes = new ArrayList<>();
			for (int index = 0; index < Math.min(count, parts.size()); index++) {
				lanes.add(ends.submit(() -> drain(queue, opener)));
			}
			for (int index = 0; index < lanes.size(); index++) {
				ends.take().get();
			}
		}
		catch (ExecutionException ex) {
			queue.clear();
			throw problem(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static <T> boolean drain(Queue<T> queue, Opener<T> opener) throws Exception {
		try (Lane<T> lane = opener.open()) {
			for (T part = queue.poll(); part != null; part = queue.poll()) {
				lane.take(part);
			}
		}
		return true;
	}

	private static RuntimeException problem(@Nullable Throwable cause) {
		return (cause instanceof RuntimeException known) ? known
				: new MoverProblem("Something unforeseen happened: " + cause);
	}

	/**
	 * Works on one part after the other.
	 *
	 * @param <T> the type of part
	 */
	public interface Lane<T> extends AutoCloseable {

		void take(T part) throws Exception;

		@Override
		void close() throws SQLException;

	}

	/**
	 * Opens a lane.
	 *
	 * @param <T> the type of part
	 */
	public interface Opener<T> {

		Lane<T> open() throws Exception;

	}

}
