package io.shiplift.repository.read;

/**
 * Draws conclusions from one kind of files. A reader never fails over what it reads.
 */
interface Reader {

	void read(Sources sources, Conclusions found);

}
