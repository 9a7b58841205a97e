package io.shiplift.steps.copy;

import io.shiplift.forecast.Load;
import io.shiplift.forecast.Prediction;

/**
 * What was known of a copy when it began: how much there is, how long it should take, and
 * the ISO instant of its start.
 */
record Watched(Load load, Prediction prediction, String since) {

}
