/**
 * Makes the environment and sees it healthy.
 */
@NullMarked
package io.shiplift.targets.beanstalk.environment;

import org.jspecify.annotations.NullMarked;
