/**
 * What the tasks of the mover share: sessions, snapshots, programs and the way to report.
 */
@NullMarked
package io.shiplift.mover.work;

import org.jspecify.annotations.NullMarked;
