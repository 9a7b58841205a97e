package io.shiplift.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.plan.PriceList.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Bill} and what makes it.
 */
class BillTests {

	private static final Plan.Sizes SIZES = new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 64, false,
			"cache.t4g.micro");

	private final Questions questions = Apps.questions();

	@Test
	void countsEveryLineExactlyInCents() {
		Bill bill = bill(setting(Apps.shop()), "us-east-1", SIZES);
		assertThat(line(bill, "2 \u00d7 t4g.small").month()).isEqualTo(new CentRange(2453, 2453, 4906));
		assertThat(line(bill, "db.t4g.medium, 64 GiB, no standby").month()).isEqualTo(CentRange.of(4745));
		assertThat(line(bill, "Its storage").month()).isEqualTo(CentRange.of(736));
		assertThat(line(bill, "NAT gateway").month()).isEqualTo(CentRange.of(3285));
		assertThat(line(bill, "3 public addresses").month()).isEqualTo(CentRange.of(1095));
		assertThat(line(bill, "Out to visitors").month()).isEqualTo(new CentRange(0, 450, 8100));
		assertThat(line(bill, "5 secrets").month()).isEqualTo(CentRange.of(200));
		assertThat(bill.awsTotal())
			.isEqualTo(bill.aws().stream().map(BillLine::amount).reduce(CentRange.ZERO, CentRange::plus));
	}

	@Test
	void forgetsNoneOfTheLinesThatAreForgotten() {
		assertThat(bill(setting(Apps.shop()), "eu-central-1", SIZES).aws()).extracting(BillLine::what)
			.contains("NAT gateway", "What goes through the NAT gateway", "3 public addresses",
					"Application load balancer", "Its capacity units", "Logs taken in", "Logs kept",
					"Backups and snapshots beyond the free amount", "Out to visitors", "Between the zones",
					"Secrets read", "Keys of KMS, AWS's own, used", "Disks of the machines");
	}

	@ParameterizedTest
	@CsvSource({ "us-east-1, false", "eu-west-1, false", "eu-west-2, true" })
	void saysWhichPricesAreEstimated(String region, boolean estimated) {
		BillLine line = line(bill(setting(Apps.shop()), region, SIZES), "2 \u00d7 t4g.small");
		assertThat(line.basis().contains("estimated from us-east-1")).isEqualTo(estimated);
		assertThat(line.amount().low() < line.amount().likely()).as("is uncertain downwards").isEqualTo(estimated);
	}

	@Test
	void neverCountsAnUnknownPriceAsNothing() {
		SourceApp shop = Apps.shop();
		List<SourceApp.AddOn> addOns = new ArrayList<>(shop.addOns());
		addOns.add(new SourceApp.AddOn("kafka-1", "heroku-kafka", "heroku-kafka:basic-0", 0, List.of()));
		SourceApp app = new SourceApp(shop.name(), shop.region(), shop.stack(),
				List.of(new SourceApp.Process("web", "x", 1, "brand-new-size")), shop.configVars(), addOns,
				shop.domains());
		SourceServices services = new SourceServices(
				List.of(new SourceServices.Detail("kafka-1", "Kafka", "provisioned", "", false)), List.of(), false,
				List.of(), List.of());
		Bill bill = bill(setting(app).with(Known.NOTHING.with(SourceSnapshot.of(app).with(services))), "us-east-1",
				SIZES);
		assertThat(line(bill.heroku(), "1 \u00d7 brand-new-size for web").priced()).isFalse();
		assertThat(line(bill.heroku(), "heroku-kafka:basic-0").priced()).isFalse();
		assertThat(line(bill.aws(), "Amazon MSK").priced()).isFalse();
		assertThat(bill.awsLowerBound()).isTrue();
		assertThat(bill.herokuLowerBound()).isTrue();
	}

	@Test
	void isNoLowerBoundWhenAllIsKnown() {
		Bill bill = bill(setting(Apps.shop()), "us-east-1", SIZES);
		assertThat(bill.awsLowerBound()).isFalse();
		assertThat(bill.herokuLowerBound()).isFalse();
	}

	@Test
	void readsTodaysBillFromHerokuWhereItTells() {
		SourceApp app = Apps.shop();
		SourcePlatform platform = new SourcePlatform("", "cedar", "", "", "", "", false, false, false, "", "",
				List.of(), List.of(new SourcePlatform.DynoSize("Standard-1X", 0.5, 2550)));
		Setting told = setting(app).with(Known.NOTHING.with(SourceSnapshot.of(app).with(platform)));
		BillLine line = line(bill(told, "us-east-1", SIZES).heroku(), "2 \u00d7 Standard-1X for web");
		assertThat(line.month()).isEqualTo(CentRange.of(5100));
		assertThat(line.basis()).isEqualTo("price read from Heroku");
		BillLine ours = line(bill(setting(app), "us-east-1", SIZES).heroku(), "2 \u00d7 Standard-1X for web");
		assertThat(ours.month()).isEqualTo(CentRange.of(5000));
		assertThat(ours.basis()).contains("price of our table");
		assertThat(bill(setting(app), "us-east-1", SIZES).herokuTotal().likely()).isEqualTo(10000 + 5000 + 1500 + 2900);
	}

	@Test
	void countsThePoolOfEcoDynosOnce() {
		SourceApp shop = Apps.shop();
		SourceApp app = new SourceApp("shop", "eu", "heroku-24",
				List.of(new SourceApp.Process("web", "x", 1, "Eco"), new SourceApp.Process("worker", "y", 2, "Eco")),
				shop.configVars(), List.of(), List.of());
		assertThat(bill(setting(app), "us-east-1", SIZES).herokuTotal().likely()).isEqualTo(500);
	}

	@Test
	void doublesADatabaseWithStandby() {
		Plan.Sizes standby = new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 64, true, "cache.t4g.micro");
		Setting setting = setting(Apps.shop());
		assertThat(bill(setting, "us-east-1", standby).awsPart("Database"))
			.isEqualTo(2 * bill(setting, "us-east-1", SIZES).awsPart("Database"));
	}

	@Test
	void roundsHalfACentUp() {
		assertThat(new Price(new BigDecimal("0.005"), false).cents(BigDecimal.ONE)).isEqualTo(1);
		assertThat(new Price(new BigDecimal("0.0049"), false).cents(BigDecimal.ONE)).isZero();
		assertThat(Money.dollars(149)).isEqualTo("$1");
		assertThat(Money.dollars(150)).isEqualTo("$2");
		assertThat(Money.dollars(123_456_789)).isEqualTo("$1,234,568");
		assertThat(Money.exact(5)).isEqualTo("0.05");
	}

	@Test
	void givesAnEstimateATenthOfDoubt() {
		assertThat(Amounts.exactly(100).priced(Optional.of(new Price(BigDecimal.ONE, true))))
			.contains(new CentRange(9000, 10000, 11000));
		assertThat(Amounts.exactly(100).priced(Optional.empty())).isEmpty();
	}

	@Test
	void statesWhatAWeekOfBothCosts() {
		Bill bill = new Bill("us-east-1", "2025-06-01", "", List.of(new BillLine("A", "a", "", CentRange.of(10_000))),
				List.of(new BillLine("A", "a", "", CentRange.of(5_200))));
		assertThat(bill.bothPerWeek()).isEqualTo(2308);
	}

	@Test
	void comesBackFromJson() {
		Bill bill = bill(setting(Apps.shop()), "eu-west-1", SIZES);
		assertThat(CanonicalJson.read(CanonicalJson.of(bill), Bill.class)).isEqualTo(bill);
	}

	@Test
	void neverAddsAMachineBesideTheOneWithTheClock() {
		Plan.Sizes one = new Plan.Sizes("t4g.small", 1, "db.t4g.medium", 64, false, "");
		BillLine line = line(bill(setting(Apps.shop()), "us-east-1", one), "1 \u00d7 t4g.small");
		assertThat(line.month()).isEqualTo(CentRange.of(1226));
		assertThat(line.basis()).contains("never a second one beside the clock");
	}

	@Test
	void pricesWhatThisVersionDoesNotBuildToCompareIt() {
		Scenarios scenarios = new Scenarios(this.questions, new Planner(this.questions));
		Setting setting = setting(Apps.shop());
		WhatIf now = WhatIf.of(setting.answers());
		WhatIf other = new WhatIf("us-east-1", now.machine(), 1, now.databaseClass(), true, 200, true, true);
		assertThat(other.buildable()).isFalse();
		assertThat(other.words())
			.isEqualTo("us-east-1, on Fargate, db.t4g.medium, 200 GiB with standby, a NAT gateway in each zone");
		Bill bill = scenarios.scenario("Other", setting, other).bill();
		assertThat(line(bill, "2 \u00d7 web on Fargate, CPU").month()).isEqualTo(new CentRange(1182, 1182, 2364));
		assertThat(line(bill, "2 \u00d7 web on Fargate, memory").month()).isEqualTo(new CentRange(260, 260, 520));
		assertThat(line(bill, "1 \u00d7 beat on Fargate, CPU").month()).isEqualTo(CentRange.of(591));
		assertThat(line(bill, "2 NAT gateways, one in each zone").month()).isEqualTo(CentRange.of(6570));
		assertThat(line(bill, "4 public addresses").month()).isEqualTo(CentRange.of(1460));
		assertThat(line(bill, "Its storage").month()).isEqualTo(CentRange.of(4600));
		assertThat(bill.aws()).extracting(BillLine::what).doesNotContain("Disks of the machines", "NAT gateway");
	}

	@Test
	void readsAWhatIfFromBeforeThereWasMoreToChoose() {
		WhatIf old = CanonicalJson.read(
				"{\"region\":\"us-east-1\",\"machine\":\"t4g.small\",\"count\":2,\"databaseClass\":\"db.t4g.micro\",\"standby\":false}",
				WhatIf.class);
		assertThat(old.buildable()).isTrue();
		Answers answers = this.questions.proposed(Apps.setting(Apps.shop()));
		assertThat(old.over(answers).value("database", "storage")).isEqualTo("64");
		assertThat(CanonicalJson.read(CanonicalJson.of(old), WhatIf.class)).isEqualTo(old);
	}

	@Test
	void exportsATableThatNoSpreadsheetRuns() {
		Setting setting = setting(Apps.shop());
		Bill bill = bill(setting, "us-east-1", SIZES);
		Scenario scenario = new Scenario("=SUM(A1),\"x\"", WhatIf.of(setting.answers()), bill);
		String csv = BillCsv.of(List.of(scenario));
		assertThat(csv.lines()).hasSize(1 + bill.aws().size() + bill.heroku().size() + 2)
			.allSatisfy((line) -> assertThat(line)
				.matches("Scenario,.*|\"'=SUM\\(A1\\),\"\"x\"\"\",AWS,.*|Today,Heroku,.*"));
		assertThat(csv).contains("NAT gateway,hours: 730 at $0.045,32.85,32.85,32.85,us-east-1,2025-06-01");
	}

	private static BillLine line(Bill bill, String what) {
		return line(bill.aws(), what);
	}

	private static BillLine line(List<BillLine> lines, String what) {
		return lines.stream().filter((line) -> line.what().equals(what)).findFirst().orElseThrow();
	}

	private Setting setting(SourceApp app) {
		return Apps.setting(app).with(this.questions.proposed(Apps.setting(app)));
	}

	private static Bill bill(Setting setting, String region, Plan.Sizes sizes) {
		return new Bills(setting, Prices.standard()).of(region, sizes, 5);
	}

}
