package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.Topic;

/**
 * Whether uploaded files outlive the machine they came to.
 */
class UploadsCheck implements Check {

	@Override
	public String key() {
		return "uploads";
	}

	@Override
	public String title() {
		return "Keep uploaded files in S3";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Conclusion> uploads = patient.all(Topic.UPLOADS).stream().findFirst();
		List<Conclusion> fields = patient.all(Topic.FILE_WRITE)
			.stream()
			.filter((each) -> !"open".equals(each.name()))
			.toList();
		if (uploads.isPresent() && !"local".equals(uploads.get().value())) {
			return Optional.of(Diagnosis.fine("Uploaded files go to " + uploads.get().value() + ".",
					uploads.get().file(), uploads.get().line()));
		}
		if (fields.isEmpty()) {
			return Optional.empty();
		}
		List<Change> changes = new ArrayList<>();
		changes.add(new Change.Append(patient.home().path(), List.of("os"), body(patient)));
		requirement(patient).ifPresent(changes::add);
		Conclusion first = fields.getFirst();
		return Optional.of(new Diagnosis(State.NEEDED, "Uploaded files, such as those of " + first.name()
				+ ", go to the disk of the machine: they are lost on every restart, and other machines do not see them. They go to S3 instead where a bucket is given."
				+ (patient.reading()
					.found()
					.all(Topic.PACKAGE)
					.stream()
					.anyMatch((each) -> each.name().equals("django-storages")) ? ""
							: " The package django-storages is needed."),
				first.file(), first.line(), changes));
	}

	private static String body(Patient patient) {
		boolean old = !patient.django(4, 2)
				|| !patient.django(5, 1) && patient.setting("STATICFILES_STORAGE").isPresent()
				|| patient.setting("DEFAULT_FILE_STORAGE").isPresent();
		String storage = """
				STORAGES = {
				    "default": {"BACKEND": "storages.backends.s3.S3Storage"},
				    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
				}""";
		if (old) {
			storage = "    DEFAULT_FILE_STORAGE = \"storages.backends.s3boto3.S3Boto3Storage\"";
		}
		else if (patient.setting("STORAGES").isPresent()) {
			storage = "    STORAGES[\"default\"] = {\"BACKEND\": \"storages.backends.s3.S3Storage\"}";
		}
		return """
				# Uploaded files go to this bucket; the disk of a machine is emptied by every restart.
				if os.environ.get("AWS_STORAGE_BUCKET_NAME"):
				    AWS_STORAGE_BUCKET_NAME = os.environ["AWS_STORAGE_BUCKET_NAME"]
				""" + storage;
	}

	private static Optional<Change> requirement(Patient patient) {
		List<Conclusion> packages = patient.all(Topic.PACKAGE);
		boolean there = packages.stream().anyMatch((each) -> each.name().equals("django-storages"));
		return there ? Optional.empty()
				: packages.stream()
					.filter((each) -> each.name().equals("django") && each.file().endsWith(".txt"))
					.findFirst()
					.map((each) -> new Change.Append(each.file(), List.of(), "django-storages[s3]"));
	}

}
