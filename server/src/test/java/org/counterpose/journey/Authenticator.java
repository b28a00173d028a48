package org.counterpose.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A browser of its own with an authenticator that keeps passkeys and verifies its user. */
final class Authenticator implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final CDPSession devtools;
  private final String id;

  Authenticator(Chromium chromium, String address, int width, int height) {
    context =
        chromium
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(address)
                    .setViewportSize(width, height));
    context.setDefaultTimeout(20_000);
    page = context.newPage();
    devtools = context.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject added = new JsonObject();
    added.add("options", options);
    id =
        devtools
            .send("WebAuthn.addVirtualAuthenticator", added)
            .get("authenticatorId")
            .getAsString();
  }

  /** The one passkey that it keeps, as it stands now, with all that a copy needs. */
  JsonObject passkey() {
    return devtools
        .send("WebAuthn.getCredentials", named())
        .getAsJsonArray("credentials")
        .get(0)
        .getAsJsonObject();
  }

  /** Keeps a copy of another's passkey. */
  void copies(JsonObject passkey) {
    JsonObject added = named();
    added.add("credential", passkey);
    devtools.send("WebAuthn.addCredential", added);
  }

  private JsonObject named() {
    JsonObject named = new JsonObject();
    named.addProperty("authenticatorId", id);
    return named;
  }

  Page page() {
    return page;
  }

  Authenticator open(String path) {
    page.navigate(path);
    return this;
  }

  Authenticator tap(String what) {
    page.locator(what).first().click();
    return this;
  }

  Authenticator look(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of("target", "screenshots", name + "-" + page.viewportSize().width + ".png"))
            .setFullPage(true));
    return this;
  }

  String cookie(String name) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    context.close();
  }
}
