package org.counterpose.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** The throw-away clinic of {@code ./run demo}, a process of its own, and one person's trial. */
final class Demo implements AutoCloseable {

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String cookie;

  Demo() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("counterpose.home", ""), "run").toString(),
                "demo",
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      URI link = link();
      address = link.getScheme() + "://" + link.getAuthority();
      cookie = opened(link);
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Of the private links that it prints, the first: a day with everything to do. */
  private URI link() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("/j/")) {
        return URI.create(line.substring(line.indexOf("http")).strip());
      }
      if (line.contains("/staff/join/")) {
        break;
      }
    }
    throw new IOException("./run demo told no private link");
  }

  private String opened(URI link) throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        client.send(
            HttpRequest.newBuilder(link).POST(HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.discarding());
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(set -> set.split(";", 2)[0])
        .orElseThrow(() -> new IOException("the private link gave no cookie"));
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return address;
  }

  /** What a device holds that has the trial open, as {@code name=value}. */
  String cookie() {
    return cookie;
  }

  /** A page as the device of that person gets it. */
  String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The same as it comes over the line, pressed. */
  HttpResponse<byte[]> pressed(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Cookie", cookie)
            .header("Accept-Encoding", "gzip");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** What such an answer says. */
  static String text(HttpResponse<byte[]> pressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(pressed.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
