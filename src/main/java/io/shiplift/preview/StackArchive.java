package io.shiplift.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.shiplift.step.Blueprint;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stacks as files that work without this product: each template with the parameters
 * it was built with, and the commands that would build it again. Secrets are not in it.
 */
public final class StackArchive {

	private static final JsonMapper json = JsonMapper.shared();

	private StackArchive() {
	}

	/** A ZIP file with everything. */
	public static byte[] zip(String migration, String region, List<Blueprint> blueprints) {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("README.md", ArchiveReadme.of(migration, region, blueprints));
		for (int i = 0; i < blueprints.size(); i++) {
			Blueprint blueprint = blueprints.get(i);
			files.put(folder(i, blueprint) + "/template.yaml", blueprint.template());
			files.put(folder(i, blueprint) + "/parameters.json", parameters(blueprint));
		}
		return zip(files);
	}

	/** The parameters as the command line client of AWS reads them. */
	public static String parameters(Blueprint blueprint) {
		List<Map<String, String>> entries = new ArrayList<>();
		new TreeMap<>(blueprint.parameters()).forEach((name, value) -> {
			Map<String, String> entry = new LinkedHashMap<>();
			entry.put("ParameterKey", name);
			entry.put("ParameterValue", value);
			entries.add(entry);
		});
		return json.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n";
	}

	static String folder(int index, Blueprint blueprint) {
		return "%02d-%s".formatted(index + 1, blueprint.part());
	}

	private static byte[] zip(Map<String, String> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
