package org.skywatt.serving;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class PageTest {
  /** Share of the canvas's pixels that are not its background. */
  private static final String DRAWN_SHARE =
      """
      canvas => {
        const image = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        let drawn = 0;
        for (let i = 3; i < image.length; i += 4) drawn += image[i] > 0;
        return drawn / (image.length / 4);
      }
      """;

  private static Browser browser;

  @TestHTTPResource("/")
  URL root;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void noComplaints() {
    TestClock.reset();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsTheFanChartAndGreenWindows() {
    Page page = open(1280, 1000, ColorScheme.LIGHT, "alpen-pv");
    assertThat(page.locator("#sites button")).hasCount(4);
    assertThat(page.locator("#simulated")).containsText("SIMULATED");
    assertThat(page.locator("#stale")).isHidden();
    assertThat(page.locator("#forecast-about")).containsText("2026-06-01 06:00 UTC");
    assertThat(page.locator("#facts")).containsText("5.32 kJ, modelled");
    assertThat(page.locator("#facts")).containsText("forest-7");
    assertThat((double) page.locator("#chart canvas").evaluate(DRAWN_SHARE)).isGreaterThan(0.1);

    page.locator("#green button").click();
    assertThat(page.locator("#windows li")).hasCount(4);
    assertThat(page.locator("#windows li.best")).containsText("2026-06-01 10:30 – 13:30 UTC");
    assertThat(page.locator("#windows li.best")).containsText("more than now");
    page.locator("#chart").hover(new Locator.HoverOptions().setPosition(700, 150));
    assertThat(page.locator(".tip")).containsText("Median");
    assertThat(page.locator(".tip")).containsText("UTC");
    shot(page, "page");
  }

  @Test
  void worksOnAPhoneInTheDarkWithKeysOnly() {
    Page page = open(390, 844, ColorScheme.DARK, "kamm-wind");
    shot(page, "page-phone");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    page.locator("#sites button[data-site=tal-pv]").focus();
    page.keyboard().press("Enter");
    drawn(page, "tal-pv");
    assertThat(page.locator("#tier")).hasText("inputs: no-satellite");
    assertThat(page.locator("#facts")).containsText("satellite");
    shot(page, "page-phone-solar");
    page.locator("#hours").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#windows li")).not().hasCount(0);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }

  @Test
  void saysWhatIsStaleAndWhatIsWrong() {
    TestClock.now = World.ISSUE.plusSeconds(7200);
    Page page = open(1280, 900, ColorScheme.DARK, "kamm-wind");
    assertThat(page.locator("#stale")).hasText("Stale: a newer run is overdue");
    page.locator("#hours").fill("200");
    page.locator("#green button").click();
    assertThat(page.locator("#green-state")).hasClass("error");
    shot(page, "page-stale");
    // The browser itself notes the refused call; that is no fault of the page.
    browser.complaints().removeIf(each -> each.contains("status of 4"));
  }

  @Test
  void saysWhenASiteHasNoForecast() {
    Page page = browser.page(1280, 900, ColorScheme.LIGHT);
    page.navigate(root + "#new-wind");
    assertThat(page.locator("#forecast-state"))
        .containsText(Pattern.compile("site new-wind is not in run"));
    assertThat(page.locator("#figure")).isHidden();
    browser.complaints().removeIf(each -> each.contains("status of 404"));
  }

  private Page open(int width, int height, ColorScheme scheme, String site) {
    Page page = browser.page(width, height, scheme);
    page.navigate(root + "#" + site);
    drawn(page, site);
    return page;
  }

  private static void drawn(Page page, String site) {
    assertThat(page.locator("#chart")).hasAttribute("data-drawn", site);
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }
}
