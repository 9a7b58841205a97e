package io.shiplift.data;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Mark;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a comparison of a copy made ahead that rests on what was proved before.
 */
class TouchedRowsTests extends AheadTrials {

	@Test
	void readsOnlyWhatWasTouchedSinceTheCopyWasProved() throws Exception {
		DatabaseAddress source = TestShops.clone(shop, "ahead_touched");
		DatabaseAddress target = fresh("ahead_touched_copy");
		DataMoveAhead ahead = ahead();
		ahead.start("t1", "mig1", sides(source, target), BOUND);
		assertThat(copied(ahead, "t1").proved()).isEqualTo(19);
		Sql.run(source, "update shop_product set name = name || '!' where id between 1 and 7",
				"delete from shop_orderline where id between 11 and 20",
				"insert into \"shop_Import Queue\" default values");
		DatabaseComparison.Scope scope = touched("t1");
		ahead.finish("t2", new Mark("mig1", "t1"), sides(source, target), true, scope);
		done(ahead, "t2");
		Sql.run(source, "update shop_product set name = name || '?' where id between 5 and 9");
		comparison().startForCopy("t3", "t2", source, target, scope);
		Comparison then = compared(ahead, "t3");
		assertThat(then.differences()).isEmpty();
		assertThat(table(then, "public.shop_product").touched()).isEqualTo(7);
		ahead.finish("t4", new Mark("mig1", "t1"), sides(source, target), false, scope);
		done(ahead, "t4");
		comparison().start("t5", source, target, scope);
		Comparison now = compared(ahead, "t5");
		assertThat(now.differences()).isEmpty();
		assertThat(table(now, "public.shop_product").touched()).isEqualTo(9);
		assertThat(table(now, "public.shop_orderline").touched()).isEqualTo(10);
		assertThat(table(now, "public.shop_customer").touched()).isZero();
		assertThat(table(now, "public.\"shop_Import Queue\"").touched()).isNull();
		assertThat(now.basis().getFirst()).startsWith("19 tables were compared row by row before");
		assertThat(now.basis().get(1)).contains("shop_Import Queue", "public.shop_daily_revenue");
		release(ahead, "t6", source);
		comparison().start("t7", source, target, scope);
		assertThat(compared(ahead, "t7").basis())
			.containsExactly("The log of changes is gone, so every row was compared now.");
	}

	@Test
	void findsWhatSomebodyElseWroteToTheTarget() throws Exception {
		DatabaseAddress source = TestShops.clone(shop, "ahead_planted");
		DatabaseAddress target = fresh("ahead_planted_copy");
		DataMoveAhead ahead = ahead();
		ahead.start("p1", "mig1", sides(source, target), BOUND);
		done(ahead, "p1");
		Sql.run(source, "update shop_product set name = name || '!' where id between 1 and 7",
				"update shop_customer set name = name || '!' where id between 1 and 7");
		ahead.finish("p2", new Mark("mig1", "p1"), sides(source, target), true, touched("p1"));
		done(ahead, "p2");
		comparison().startForCopy("p3", "p2", source, target, touched("p1"));
		assertThat(compared(ahead, "p3").differences()).isEmpty();
		Sql.run(target, "update shop_product set name = 'touched' where id = 3",
				"update shop_orderline set quantity = quantity + 1 where id = 77777",
				"delete from shop_payment where id = (select min(id::text)::uuid from shop_payment)",
				"update shop_picture set id = id where id = 1");
		comparison().startForCopy("p4", "p2", source, target, touched("p1"));
		assertThat(compared(ahead, "p4").differences()).anyMatch((text) -> text.startsWith("public.shop_payment has"))
			.contains(
					"public.shop_orderline was written to in the target by somebody else since it was proved (1 rows).",
					"public.shop_product was written to in the target by somebody else since it was proved (1 rows).");
		comparison().start("p5", source, target, touched("p1"));
		Comparison now = compared(ahead, "p5");
		assertThat(now.differences()).hasSize(3)
			.anyMatch((text) -> text.startsWith("public.shop_payment has"))
			.anyMatch((text) -> text.startsWith("public.shop_product has") && text.endsWith("their values differ."));
		assertThat(now.remarks())
			.anyMatch((text) -> text.contains("Row id = 77777 of public.shop_orderline differs in quantity"));
		assertThat(table(now, "public.shop_orderline").touched()).isNull();
		assertThat(now.basis().getLast()).startsWith("Somebody else wrote to");
	}

	@Test
	void aTableThatIsEmptiedIsComparedWhole() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_emptied");
		DatabaseAddress target = fresh("ahead_emptied_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("e1", "mig1", sides(source, target), BOUND);
		done(ahead, "e1");
		Sql.run(source, "truncate part_1", "insert into part_1 (word) values ('later')");
		finish(ahead, "e2", "e1", source, target, false);
		Sql.run(source, "update part_2 set word = 'not in the target'");
		comparison().start("e3", source, target, touched("e1"));
		Comparison result = compared(ahead, "e3");
		assertThat(table(result, "public.part_1").touched()).isNull();
		assertThat(result.differences()).singleElement().asString().startsWith("public.part_2 has");
		Sql.run(source, "alter table part_3 disable trigger user");
		comparison().start("e4", source, target, touched("e1"));
		assertThat(compared(ahead, "e4").basis())
			.containsExactly("The triggers of public.part_3 do not stand any more, so every row was compared now.");
	}

}
