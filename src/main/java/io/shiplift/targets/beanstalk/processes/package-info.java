/**
 * Starts the processes on the moved data.
 */
@NullMarked
package io.shiplift.targets.beanstalk.processes;

import org.jspecify.annotations.NullMarked;
