package io.shiplift.heroku.api;

import java.io.IOException;
import java.util.regex.Pattern;

import io.shiplift.credentials.Leave;
import io.shiplift.outside.OutsideProblem;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The one place that every request to Heroku passes: without leave, nothing but reading
 * goes out.
 */
final class LeaveGuard implements Interceptor {

	/** What taking a backup and fetching it need. */
	private static final Pattern BACKUP = Pattern
		.compile("/client/v11/databases/[^/]+/backups|/client/v11/apps/[^/]+/transfers/[^/]+/actions/public-url");

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		Leave leave = request.tag(Leave.class);
		if (!permitted(request, (leave != null) ? leave : Leave.LOOK)) {
			throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "Shiplift held back " + request.method() + " "
					+ request.url().encodedPath()
					+ ": nothing at Heroku is changed before a cutover was approved. Ask for the cutover and have it approved.");
		}
		return chain.proceed(request);
	}

	private static boolean permitted(Request request, Leave leave) {
		if (request.method().equals("GET")) {
			return true;
		}
		return switch (leave) {
			case LOOK -> false;
			case BACKUP -> request.method().equals("POST") && BACKUP.matcher(request.url().encodedPath()).matches();
			case CHANGE -> true;
		};
	}

}
