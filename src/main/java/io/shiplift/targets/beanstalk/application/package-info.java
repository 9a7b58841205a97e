/**
 * Makes the Beanstalk application and its roles.
 */
@NullMarked
package io.shiplift.targets.beanstalk.application;

import org.jspecify.annotations.NullMarked;
