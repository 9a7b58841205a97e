package io.shiplift.fact;

import java.util.List;

/**
 * The jobs that no longer start, and who said so.
 */
public record SchedulerPaused(List<String> jobs, String confirmedBy) implements Fact {

}
