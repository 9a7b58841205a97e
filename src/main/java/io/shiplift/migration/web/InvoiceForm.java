package io.shiplift.migration.web;

import java.math.BigDecimal;
import java.util.Optional;

import io.shiplift.migration.Invoices;
import io.shiplift.plan.Money;

import org.springframework.validation.Errors;

/**
 * What Heroku billed, as somebody copies it from an invoice; nothing takes it away.
 */
record InvoiceForm(String amount) {

	@SuppressWarnings("ConstantValue")
	InvoiceForm {
		amount = (amount != null) ? amount.replace("USD", "").replace("$", "").strip() : "";
	}

	static InvoiceForm of(Optional<Invoices.Invoice> invoice) {
		return new InvoiceForm(invoice.map((typed) -> Money.exact(typed.cents())).orElse(""));
	}

	void validate(Errors errors) {
		if (!this.amount.isEmpty() && !this.amount.matches("(\\d{1,7}|\\d{1,3}(,\\d{3}){1,2})([.]\\d{1,2})?")) {
			errors.rejectValue("amount", "shape", "Type an amount in US dollars, for example 1,234.56.");
		}
	}

	/** US cents; empty if nothing was typed. */
	Optional<Long> cents() {
		return this.amount.isEmpty() ? Optional.empty()
				: Optional.of(new BigDecimal(this.amount.replace(",", "")).movePointRight(2).longValueExact());
	}

}
