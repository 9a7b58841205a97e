package io.shiplift.mover.work;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageRange}.
 */
class PageRangeTests {

	@Test
	void coversEveryPageOnce() {
		List<PageRange> ranges = PageRange.split(1001, 1000, 300);
		assertThat(ranges).containsExactly(new PageRange(0, 333, false), new PageRange(333, 667, false),
				new PageRange(667, 1001, true));
		assertThat(ranges).extracting(PageRange::where)
			.containsExactly("where ctid >= '(0,0)' and ctid < '(333,0)'",
					"where ctid >= '(333,0)' and ctid < '(667,0)'", "where ctid >= '(667,0)'");
	}

	@Test
	void neverMakesMoreRangesThanPages() {
		assertThat(PageRange.split(3, 1_000_000, 10)).hasSize(3);
	}

	@Test
	void leavesSmallTablesInOnePiece() {
		assertThat(PageRange.split(1000, 599, 300)).isEmpty();
		assertThat(PageRange.split(1, 1_000_000, 300)).isEmpty();
		assertThat(PageRange.split(0, 1_000_000, 300)).isEmpty();
	}

}
