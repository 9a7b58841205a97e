package io.shiplift.connection.web;

import io.shiplift.credentials.AwsConnection.Place;
import io.shiplift.plan.Regions;

import org.springframework.validation.Errors;

/**
 * What an AWS connection shall be called, and the account and region it is for.
 */
record PlaceForm(String name, String account, String region, String token) {

	private static final int LONGEST = 60;

	PlaceForm {
		name = (name != null) ? name.strip().replaceAll("\\s+", " ") : "";
		account = (account != null) ? account.strip() : "";
		region = (region != null) ? region : "";
		token = (token != null) ? token : "";
	}

	/** The account may be typed in groups, as the console shows it. */
	Place place() {
		return new Place(this.account.replaceAll("[\\s-]", ""), this.region);
	}

	void validate(Errors errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "missing", "Enter a name, such as Production.");
		}
		else if (this.name.length() > LONGEST || this.name.chars().anyMatch(Character::isISOControl)) {
			errors.rejectValue("name", "long", "The name must have at most " + LONGEST + " characters.");
		}
		if (!place().accountId().matches("[0-9]{12}")) {
			errors.rejectValue("account", "shape",
					"An account id has 12 digits. AWS shows it in the menu at the top right.");
		}
		if (!Regions.known(this.region)) {
			errors.rejectValue("region", "unknown", "Choose a region.");
		}
	}

}
