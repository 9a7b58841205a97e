package io.shiplift.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.shiplift.testing.RunningShiplift.Person;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser window of one person, with everything its pages complained of.
 */
public final class Tab {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final int PATIENCE = 15_000;

	private final List<String> complaints = new ArrayList<>();

	private final List<Pattern> expected = new ArrayList<>();

	private final BrowserContext context;

	private final Page page;

	private final String base;

	private int clicks;

	Tab(Browser browser, String base) {
		this.base = base;
		this.context = browser.newContext(new Browser.NewContextOptions().setBaseURL(base)
			.setViewportSize(1280, 900)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setLocale("en-GB")
			.setTimezoneId("UTC"));
		this.context.setDefaultTimeout(PATIENCE);
		this.page = this.context.newPage();
		this.page.onConsoleMessage(this::heard);
		this.page.onPageError((error) -> complain("script: " + error));
		this.page.onRequest(this::asked);
	}

	/** The page itself, for everything Playwright can do. */
	public Page page() {
		return this.page;
	}

	/** How often a button was pressed or a link followed. */
	public int clicks() {
		return this.clicks;
	}

	/** The path of the present page. */
	public String path() {
		return URI.create(this.page.url()).getPath();
	}

	/** Goes to a path of the application. */
	public Tab visit(String path) {
		this.page.navigate(this.base + path);
		return this;
	}

	public Tab signIn(Person person) {
		this.clicks++;
		visit("/login");
		this.page.locator("input[name=username]").fill(person.email());
		this.page.locator("input[name=password]").fill(person.password());
		this.page.locator("form[action$='/login'] button[type=submit]").click();
		this.page.waitForURL((url) -> !url.contains("/login"));
		return this;
	}

	/** Fills the field with this label. */
	public Tab fill(String label, String value) {
		this.page.getByLabel(label).fill(value);
		return this;
	}

	/** Presses the button with this text. */
	public Tab press(String button) {
		this.clicks++;
		this.page
			.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(button).setExact(true))
			.click();
		return this;
	}

	/** Follows the link with this text. */
	public Tab follow(String link) {
		this.clicks++;
		this.page
			.getByRole(com.microsoft.playwright.options.AriaRole.LINK,
					new Page.GetByRoleOptions().setName(link).setExact(true))
			.first()
			.click();
		return this;
	}

	/** Says that a complaint is meant to come, such as "status of 404". */
	public Tab expecting(String regex) {
		this.expected.add(Pattern.compile(regex));
		return this;
	}

	/** As wide as a small telephone. */
	public Tab narrow() {
		this.page.setViewportSize(320, 800);
		return this;
	}

	public Tab wide() {
		this.page.setViewportSize(1280, 900);
		return this;
	}

	/** Leaves a picture of the whole page in {@code target/screenshots}. */
	public Tab screenshot(String name) {
		this.page
			.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
		return this;
	}

	/** Finds nothing to complain of with axe-core, in light and in dark. */
	public Tab checkAccessibility() {
		for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
			this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			List<String> violations = new AxeBuilder(this.page).setLegacyMode(true)
				.analyze()
				.getViolations()
				.stream()
				.map(Tab::describe)
				.toList();
			assertThat(violations).as("axe-core, " + scheme + ", " + this.page.url()).isEmpty();
		}
		return this;
	}

	/** Checks accessibility, and that nothing sticks out at 320 pixels. */
	public Tab checkPage() {
		checkAccessibility();
		narrow();
		assertThat(this.page.evaluate("document.documentElement.scrollWidth")).as("width of " + this.page.url())
			.isEqualTo(320);
		return wide();
	}

	List<String> complaints() {
		return this.complaints.stream()
			.filter((complaint) -> this.expected.stream().noneMatch((pattern) -> pattern.matcher(complaint).find()))
			.toList();
	}

	void close() {
		this.context.close();
	}

	private void heard(ConsoleMessage message) {
		if ("error".equals(message.type()) || message.text().contains("Content Security Policy")) {
			complain(message.text());
		}
	}

	private void asked(Request request) {
		if (!request.url().startsWith(this.base + "/") && !request.url().startsWith("data:")) {
			complain("asked another host: " + request.url());
		}
	}

	private void complain(String what) {
		this.complaints.add(this.page.url() + ": " + what);
	}

	private static String describe(Rule rule) {
		return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
				+ rule.getNodes().stream().map((node) -> node.getTarget() + " " + node.getHtml()).toList();
	}

}
