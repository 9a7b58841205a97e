package io.shiplift.fact;

import java.time.Instant;

/**
 * A fact of some run, with when it was left.
 *
 * @param <F> the type of fact
 */
public record Kept<F extends Fact>(long runId, Instant at, F fact) {

}
