package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.Topic;

/**
 * Whether uploaded files outlive the machine they came to.
 */
class UploadsCheck implements Check {

	/** Packages that keep files which people upload. */
	private static final Set<String> LIBRARIES = Set.of("wagtail", "django-filer", "django-cms", "django-photologue",
			"django-oscar", "mezzanine", "feincms");

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
		List<Conclusion> uploads = patient.all(Topic.UPLOADS)
			.stream()
			.filter((each) -> !"local".equals(each.value()))
			.toList();
		if (!uploads.isEmpty()) {
			return Optional.of(kept(uploads));
		}
		Optional<Conclusion> kept = patient.all(Topic.FILE_WRITE)
			.stream()
			.filter((each) -> !"open".equals(each.name()))
			.findFirst()
			.or(() -> patient.all(Topic.PACKAGE)
				.stream()
				.filter((each) -> LIBRARIES.contains(each.name()))
				.findFirst());
		if (kept.isEmpty()) {
			return Optional.empty();
		}
		List<Change> changes = new ArrayList<>();
		changes.add(new Change.Append(patient.home().path(), List.of("os"), body(patient)));
		requirement(patient).ifPresent(changes::add);
		Conclusion first = kept.get();
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

	/** Uploads that go to one place, or to one of several that config vars choose. */
	private static Diagnosis kept(List<Conclusion> uploads) {
		Conclusion first = uploads.getFirst();
		String all = uploads.stream().map(Conclusion::value).distinct().collect(Collectors.joining(" or "));
		return (uploads.size() == 1) ? Diagnosis.fine("Uploaded files go to " + all + ".", first.file(), first.line())
				: new Diagnosis(State.LOOK,
						"Uploaded files go to " + all
								+ ", as config vars say. Set those of one of them on AWS, and not those of the other.",
						first.file(), first.line(), List.of());
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
