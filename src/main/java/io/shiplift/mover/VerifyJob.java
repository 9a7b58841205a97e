package io.shiplift.mover;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares a target with its source, with so many {@code workers} on each side. With the
 * file of a {@code fingerprint} it is compared with what the source was at the moment of
 * the copy, so that writes since then do not count. With the mark of a copy that was made
 * ahead, rows that were proved before and not touched since are not read again.
 */
public record VerifyJob(Side source, Side target, int workers, Hash hash, Depth depth, List<Invariant> invariants,
		@Nullable String fingerprint, @Nullable Mark mark) implements Job {

}
