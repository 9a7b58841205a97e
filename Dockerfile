FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -q -Dmaven.test.skip=true package

FROM ubuntu:26.04
# pg_dump has to be at least as new as the databases that are moved; tini clears up after finished copies.
RUN apt-get update \
	&& apt-get install -y --no-install-recommends ca-certificates postgresql-client tini tzdata \
	&& rm -rf /var/lib/apt/lists/* \
	&& pg_dump --version \
	&& test "$(pg_dump --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 15
ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8 SHIPLIFT_HOME=/data SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
ENV PATH=$JAVA_HOME/bin:$PATH
COPY --from=eclipse-temurin:25-jre $JAVA_HOME $JAVA_HOME
RUN groupadd --gid 10001 shiplift \
	&& useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin shiplift \
	&& install -d -o 10001 -g 10001 -m 700 /data
# Unpacked and trained where it will run: the cache is good for this Java and this place only.
RUN --mount=type=bind,from=build,source=/build/target/shiplift.jar,target=/tmp/shiplift.jar \
	--mount=type=bind,source=script/prepare,target=/tmp/prepare \
	/tmp/prepare /tmp/shiplift.jar /app && test -s /app/cache.aot
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
	CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["tini", "--", "java", "@/app/options", "-jar", "/app/shiplift.jar"]
