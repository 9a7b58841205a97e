package io.shiplift.practice.aws;

/**
 * The real PostgreSQL server that stands for RDS in the practice world.
 */
public interface TargetServer {

	/** Starts the server if need be and says how to reach it. */
	Master master();

	/** Address and master user. */
	record Master(String host, int port, String user, String password) {

		@Override
		public String toString() {
			return "Master[host=" + this.host + ", port=" + this.port + ", user=" + this.user + "]";
		}

	}

}
