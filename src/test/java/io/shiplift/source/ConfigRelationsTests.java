package io.shiplift.source;

import java.util.List;

import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceConfig.Part;
import io.shiplift.heroku.Heroku;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigRelations}.
 */
class ConfigRelationsTests {

	private static final Heroku.ConfigVar DATABASE = new Heroku.ConfigVar("DATABASE_URL",
			"postgres://u1a2b3c4:p9secretword@ec2-198-51-100-4.compute-1.amazonaws.com:5432/d7e8f9a0",
			"postgresql-curly-1");

	private static final Heroku.ConfigVar REDIS = new Heroku.ConfigVar("REDIS_URL",
			"rediss://:phushhush@ec2-198-51-100-7.compute-1.amazonaws.com:6380", "redis-round-2");

	@ParameterizedTest
	@CsvSource({
			"postgresql://u1a2b3c4:p9secretword@ec2-198-51-100-4.compute-1.amazonaws.com:5432/d7e8f9a0?sslmode=require, WHOLE",
			"ec2-198-51-100-4.compute-1.amazonaws.com, HOST", "ec2-198-51-100-4.compute-1.amazonaws.com:5432, HOST",
			"jdbc:postgresql://ec2-198-51-100-4.compute-1.amazonaws.com:5432/d7e8f9a0?user=u1a2b3c4, INSIDE",
			"host=ec2-198-51-100-4.compute-1.amazonaws.com dbname=d7e8f9a0, INSIDE", "p9secretword, PASSWORD",
			"u1a2b3c4, USER", "d7e8f9a0, DATABASE", "5432, NOTHING", "something else, NOTHING", "'', NOTHING" })
	void findsWhatLeadsToHeroku(String value, Part part) {
		SourceConfig.Value found = relation(new Heroku.ConfigVar("MINE", value, null));
		assertThat(found.part()).isEqualTo(part);
		assertThat(found.refersTo()).isEqualTo((part == Part.NOTHING) ? "" : "DATABASE_URL");
	}

	@Test
	void takesAnotherNumberOfARedisForTheSame() {
		SourceConfig.Value found = relation(new Heroku.ConfigVar("CACHE_URL", REDIS.value() + "/3", null));
		assertThat(found)
			.isEqualTo(new SourceConfig.Value("CACHE_URL", REDIS.value().length() + 2, "REDIS_URL", Part.WHOLE));
	}

	@Test
	void knowsLengthsInBytesAndNoValue() {
		SourceConfig config = ConfigRelations.of(List.of(DATABASE, new Heroku.ConfigVar("PLACE", "K\u00f6ln", null),
				new Heroku.ConfigVar("EMPTY", "", null)));
		assertThat(config.of("PLACE").orElseThrow().bytes()).isEqualTo(5);
		assertThat(config.of("EMPTY").orElseThrow().empty()).isTrue();
		assertThat(config.toString()).doesNotContain("p9secretword", "ec2-198");
	}

	private static SourceConfig.Value relation(Heroku.ConfigVar configVar) {
		return ConfigRelations.of(List.of(configVar, REDIS, DATABASE)).of(configVar.name()).orElseThrow();
	}

}
