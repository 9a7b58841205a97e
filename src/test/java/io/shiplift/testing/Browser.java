package io.shiplift.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One Chromium for all tests of this JVM. Every {@link Tab} is a person of its own, with
 * cookies of their own; a test fails if a page complained, broke the content security
 * policy or asked another host for anything.
 */
public final class Browser implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback {

	private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--disable-dev-shm-usage");

	private final List<Tab> tabs = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private Chromium chromium;

	@Override
	public void beforeAll(ExtensionContext context) {
		this.chromium = context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(Chromium.class, (key) -> new Chromium(), Chromium.class);
	}

	/** A new person's window. */
	public Tab open(RunningShiplift shiplift) {
		return open(shiplift.url(""));
	}

	/** A new person's window on the server at {@code base}. */
	public Tab open(String base) {
		Tab tab = new Tab(this.chromium.browser, base);
		this.tabs.add(tab);
		return tab;
	}

	/** Closes all windows, to be called before the server goes away under them. */
	public void closeTabs() {
		this.tabs.forEach((tab) -> this.complaints.addAll(tab.complaints()));
		this.tabs.forEach(Tab::close);
		this.tabs.clear();
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			String name = context.getRequiredTestClass().getSimpleName() + "-"
					+ context.getRequiredTestMethod().getName();
			for (int i = 0; i < this.tabs.size(); i++) {
				this.tabs.get(i).screenshot("failed-" + name + "-" + i);
			}
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		closeTabs();
		List<String> complaints = List.copyOf(this.complaints);
		this.complaints.clear();
		assertThat(complaints).as("what the pages complained of").isEmpty();
	}

	/**
	 * The process, closed by JUnit at the end of all tests.
	 */
	private static final class Chromium implements AutoCloseable {

		private final Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

		private final com.microsoft.playwright.Browser browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(OPTIONS));

		private static Path executable() {
			return Path.of(System.getProperty("shiplift.test.chromium", "/usr/bin/chromium"));
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
