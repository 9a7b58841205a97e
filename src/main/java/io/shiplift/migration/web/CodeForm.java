package io.shiplift.migration.web;

import org.springframework.validation.Errors;

/**
 * Where the code is, as a Git address. The token is never sent back to the browser.
 */
record CodeForm(String address, String branch, String token) {

	CodeForm {
		address = (address != null) ? address.strip() : "";
		branch = (branch != null) ? branch.strip() : "";
		token = (token != null) ? token.strip() : "";
	}

	void validate(Errors errors) {
		if (this.address.isEmpty()) {
			errors.rejectValue("address", "wrong", "Type the address of the repository.");
		}
		if (!this.branch.matches("[\\w./-]{0,200}") || this.branch.contains("..") || this.branch.startsWith("-")) {
			errors.rejectValue("branch", "wrong", "Type the name of a branch, such as main.");
		}
		if (!this.token.matches("[\\x21-\\x7e]{0,500}")) {
			errors.rejectValue("token", "wrong", "The token has characters that no token has. Copy it again.");
		}
	}

	/** The form as it may be shown again: without a token, and without a password. */
	CodeForm shown() {
		return new CodeForm(this.address.replaceFirst("//[^/@]*@", "//"), this.branch, "");
	}

}
