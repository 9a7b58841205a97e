package io.shiplift.fact;

import java.util.List;
import java.util.Objects;

/**
 * What the app uses besides its own processes: more of its add-ons, by what names they
 * are attached to which apps, and the jobs of the Scheduler. {@code jobsRead} says
 * whether Heroku answered; if not, somebody has to type them.
 */
public record SourceServices(List<Detail> addOns, List<Attachment> attachments, boolean jobsRead, List<Job> jobs) {

	/** Nothing is known. */
	public static final SourceServices NONE = new SourceServices(List.of(), List.of(), false, List.of());

	@SuppressWarnings("ConstantValue")
	public SourceServices {
		addOns = List.copyOf(Objects.requireNonNullElse(addOns, List.of()));
		attachments = List.copyOf(Objects.requireNonNullElse(attachments, List.of()));
		jobs = List.copyOf(Objects.requireNonNullElse(jobs, List.of()));
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
