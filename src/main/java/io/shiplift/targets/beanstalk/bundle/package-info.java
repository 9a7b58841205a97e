/**
 * Packs and uploads what Beanstalk deploys.
 */
@NullMarked
package io.shiplift.targets.beanstalk.bundle;

import org.jspecify.annotations.NullMarked;
