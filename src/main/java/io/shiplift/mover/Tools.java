package io.shiplift.mover;

/**
 * Where {@code pg_dump} and {@code pg_restore} are on the machine that the mover runs on.
 * Tools of version 17 and later set a parameter that older targets do not know; then they
 * are {@code newerThanTarget}.
 */
public record Tools(String directory, boolean newerThanTarget) {

}
