package org.counterpose.journey;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

/**
 * The service worker of a page, where a test says what happens to it. It lives while it is held.
 */
final class WorkerOfAPage {

  private final CDPSession browser;
  private final Page page;
  private final String session;

  private WorkerOfAPage(CDPSession browser, Page page, String session) {
    this.browser = browser;
    this.page = page;
    this.session = session;
  }

  static WorkerOfAPage of(Chromium chromium, Page page, String address) {
    CDPSession browser = chromium.browser().newBrowserCDPSession();
    String target =
        StreamSupport.stream(
                browser.send("Target.getTargets").getAsJsonArray("targetInfos").spliterator(),
                false)
            .map(JsonElement::getAsJsonObject)
            .filter(one -> one.get("type").getAsString().equals("service_worker"))
            .filter(one -> one.get("url").getAsString().startsWith(address))
            .map(one -> one.get("targetId").getAsString())
            .findFirst()
            .orElseThrow();
    JsonObject attach = new JsonObject();
    attach.addProperty("targetId", target);
    attach.addProperty("flatten", false);
    JsonObject attached = browser.send("Target.attachToTarget", attach);
    return new WorkerOfAPage(browser, page, attached.get("sessionId").getAsString());
  }

  /** Runs a script in it, and waits until it has. */
  void runs(String script) {
    AtomicBoolean done = new AtomicBoolean();
    browser.on("Target.receivedMessageFromTarget", answer -> done.set(true));
    JsonObject expression = new JsonObject();
    expression.addProperty("expression", script);
    JsonObject message = new JsonObject();
    message.addProperty("id", 1);
    message.addProperty("method", "Runtime.evaluate");
    message.add("params", expression);
    JsonObject sent = new JsonObject();
    sent.addProperty("sessionId", session);
    sent.addProperty("message", message.toString());
    browser.send("Target.sendMessageToTarget", sent);
    page.waitForCondition(done::get);
  }
}
