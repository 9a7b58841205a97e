package io.shiplift.fact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the app uses besides its own processes: more of its add-ons, by what names they
 * are attached to which apps, and the jobs of the Scheduler: those that Heroku named, and
 * those that a person typed, which stay until a person removes them. {@code jobsRead}
 * says whether Heroku answered at the last look.
 */
public record SourceServices(List<Detail> addOns, List<Attachment> attachments, boolean jobsRead, List<Job> jobs,
		List<Job> typedJobs) {

	/** Nothing is known. */
	public static final SourceServices NONE = new SourceServices(List.of(), List.of(), false, List.of(), List.of());

	@SuppressWarnings("ConstantValue")
	public SourceServices {
		addOns = List.copyOf(Objects.requireNonNullElse(addOns, List.of()));
		attachments = List.copyOf(Objects.requireNonNullElse(attachments, List.of()));
		List<Job> said = List.copyOf(Objects.requireNonNullElse(jobs, List.of()));
		boolean old = typedJobs == null && !jobsRead;
		typedJobs = List.copyOf(old ? said : Objects.requireNonNullElse(typedJobs, List.of()));
		jobs = old ? List.of() : said;
	}

	/** The same as a person typed other jobs. */
	public SourceServices typed(List<Job> others) {
		return new SourceServices(this.addOns, this.attachments, this.jobsRead, this.jobs, others);
	}

	/** The same with what an earlier look knew of the jobs and this one does not. */
	public SourceServices after(SourceServices earlier) {
		return new SourceServices(this.addOns, this.attachments, this.jobsRead,
				this.jobsRead ? this.jobs : earlier.jobs, earlier.typedJobs);
	}

	/** Heroku's jobs, and those that were typed and are not among them. */
	public List<Job> allJobs() {
		return Stream.concat(this.jobs.stream(), this.typedJobs.stream()).distinct().toList();
	}

	/**
	 * More of an add-on of {@link SourceApp#addOns()}, by its name: what its vendor calls
	 * it, its state such as {@code provisioned}, where its own page is, and whether
	 * Heroku names a price; without one, its cost is unknown and not zero.
	 */
	public record Detail(String addOn, String title, String state, String webUrl, boolean priced) {

	}

	/**
	 * An add-on by the name it is attached by, such as {@code DATABASE}; the
	 * {@code namespace} is {@code credential:ro} or the like, mostly empty.
	 */
	public record Attachment(String name, String addOn, String app, String namespace, List<String> configVars) {

	}

	/** A job, such as {@code python manage.py clearsessions} every 10 minutes. */
	public record Job(String command, String schedule) {

	}

}
