/**
 * Lifts the application into an Elastic Beanstalk environment.
 */
@NullMarked
package io.shiplift.targets.beanstalk;

import org.jspecify.annotations.NullMarked;
