package io.shiplift.plan;

import java.util.List;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.forecast.Rehearsed;

/**
 * What was seen of the source database just now, and the app's earlier moves.
 */
public record Look(DatabaseFacts database, List<Rehearsed> past) {

}
