package io.shiplift.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceServices;
import io.shiplift.plan.AddOnFate.Kind;
import io.shiplift.plan.Destinations.Destination;

/**
 * What may become of the add-ons of an app, what we propose, and what was chosen.
 */
public final class AddOns {

	private final Setting setting;

	private final Destinations destinations = Destinations.standard();

	AddOns(Setting setting) {
		this.setting = setting;
	}

	/** The add-ons of an app, with the answers so far. */
	public AddOns(SourceApp app, Answers answers) {
		this(new Setting(List.of(app.name()), app, answers));
	}

	/** The destinations that can be chosen, the proposed one among them. */
	List<Kind> kinds(SourceApp.AddOn addOn) {
		if (main(addOn)) {
			return List.of(Kind.AWS);
		}
		boolean other = Destinations.POSTGRES.equals(addOn.service()) || addOn.shared();
		return (other || target(addOn).isEmpty()) ? List.of(Kind.KEEP, Kind.REPLACE, Kind.DROP)
				: List.of(Kind.AWS, Kind.KEEP, Kind.REPLACE, Kind.DROP);
	}

	/** What we propose; empty for one that nobody knows. */
	Optional<Kind> proposal(SourceApp.AddOn addOn) {
		if (main(addOn)) {
			return Optional.of(Kind.AWS);
		}
		if (addOn.shared() || Destinations.POSTGRES.equals(addOn.service())) {
			return Optional.of(Kind.KEEP);
		}
		return this.destinations.of(addOn.service()).map(Destination::kind);
	}

	String reason(SourceApp.AddOn addOn) {
		if (addOn.shared()) {
			return "It belongs to the app " + addOn.owner() + ", which this move does not touch; it can be reached"
					+ " from AWS.";
		}
		if (Destinations.POSTGRES.equals(addOn.service()) && !main(addOn)) {
			return "This version moves one database, that of DATABASE_URL. Until you move this one, the app on AWS goes"
					+ " on using it at Heroku.";
		}
		return this.destinations.of(addOn.service()).map(Destination::reason).orElseGet(() -> unknown(addOn));
	}

	/** What was chosen, or what we propose while nothing is. */
	public Optional<Kind> chosen(SourceApp.AddOn addOn) {
		String answer = this.setting.answers().value(AddOnTopic.KEY, addOn.name());
		return answer.isEmpty() ? proposal(addOn) : Optional.of(Kind.valueOf(answer));
	}

	/**
	 * Whether the app goes on using it where it is: it is kept, or to be moved by people.
	 */
	public boolean stays(SourceApp.AddOn addOn) {
		return chosen(addOn).filter((kind) -> kind == Kind.KEEP || kind == Kind.AWS && !built(addOn)).isPresent();
	}

	/** Whether this version moves it. */
	public boolean moves(SourceApp.AddOn addOn) {
		return built(addOn) && chosen(addOn).filter((kind) -> kind == Kind.AWS).isPresent();
	}

	/** What it is for. */
	public AddOnSort sort(SourceApp.AddOn addOn) {
		return this.destinations.of(addOn.service()).map(Destination::sort).orElse(AddOnSort.OTHER);
	}

	/** The add-on of that name. */
	Optional<SourceApp.AddOn> named(String name) {
		return this.setting.app().addOns().stream().filter((addOn) -> addOn.name().equals(name)).findFirst();
	}

	List<AddOnFate> fates() {
		return this.setting.app().addOns().stream().map(this::fate).toList();
	}

	String target(SourceApp.AddOn addOn) {
		return this.destinations.of(addOn.service()).map(Destination::target).orElse("");
	}

	/** What is to be done, apart from choosing. */
	String todo(SourceApp.AddOn addOn) {
		return (addOn.shared() || (Destinations.POSTGRES.equals(addOn.service()) && !main(addOn)))
				? "Move it by yourself before it is removed at Heroku."
				: this.destinations.of(addOn.service()).map(Destination::todo).orElse("");
	}

	boolean built(SourceApp.AddOn addOn) {
		return main(addOn) || (!addOn.shared() && !Destinations.POSTGRES.equals(addOn.service())
				&& this.destinations.of(addOn.service()).map(Destination::built).orElse(false));
	}

	/** What Heroku's marketplace calls it. */
	String title(SourceApp.AddOn addOn) {
		return this.setting.known()
			.services()
			.addOns()
			.stream()
			.filter((detail) -> detail.addOn().equals(addOn.name()))
			.map(SourceServices.Detail::title)
			.filter((title) -> !title.isEmpty())
			.findFirst()
			.orElseGet(() -> this.destinations.of(addOn.service()).map(Destination::title).orElse(addOn.service()));
	}

	private AddOnFate fate(SourceApp.AddOn addOn) {
		Kind kind = chosen(addOn).orElse(Kind.KEEP);
		return new AddOnFate(addOn.name(), addOn.service(), addOn.plan(), kind, target(addOn), built(addOn),
				reason(addOn), todo(addOn));
	}

	private boolean main(SourceApp.AddOn addOn) {
		return !addOn.shared() && Destinations.mainPostgres(this.setting.app()).filter(addOn::equals).isPresent();
	}

	private String unknown(SourceApp.AddOn addOn) {
		String vars = addOn.configVars().isEmpty() ? "no config vars"
				: "the config vars " + String.join(", ", addOn.configVars());
		return String.format(Locale.ROOT,
				"We do not know it: %s, plan %s, $%.2f a month, with %s. Its maker knows whether it works from AWS.",
				title(addOn), addOn.plan(), addOn.centsPerMonth() / 100.0, vars);
	}

}
