package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of cache find something.
 */
final class CacheFixtures {

	private CacheFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("redis-tls", (seen) -> seen.needs("cache-tls"));
		fixtures.broken("broker-tls", (seen) -> seen.needs("broker-tls"));
		fixtures.broken("redis-uses", (seen) -> seen.code(Topic.BROKER, "", "REDIS_URL")
			.code(Topic.CACHE, "default", "django_redis.cache.RedisCache"));
		fixtures.broken("broker-data", (seen) -> seen.addOn("redis-1", "heroku-redis", "premium-0", 1500)
			.process("worker", "celery -A shop worker", 2, "Standard-1X"));
		fixtures.broken("sessions",
				(seen) -> seen.code(Topic.SETTING, "SESSION_ENGINE", "django.contrib.sessions.backends.cache"));
		fixtures.broken("memcached", (seen) -> seen.addOn("memcachier-1", "memcachier", "dev", 0));
		fixtures.broken("amqp", (seen) -> seen.addOn("cloudamqp-1", "cloudamqp", "lemur", 0));
		fixtures.broken("several-redis", (seen) -> seen.addOn("redis-1", "heroku-redis", "mini", 300, "REDIS_URL")
			.addOn("redis-2", "heroku-redis", "mini", 300, "QUEUE_URL"));
		fixtures.broken("other-redis", (seen) -> seen.addOn("rediscloud-1", "rediscloud", "30", 0));
	}

}
