package org.counterpose.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.counterpose.store.KeptSubscription;

/** A real push service in a test, over TLS on this machine, and the browsers behind it. */
public final class PushService implements AutoCloseable {

  private static final char[] PASSWORD = "made-for-a-test".toCharArray();

  /**
   * A message as a browser got it.
   *
   * @param claims what the sender signed
   */
  public record Received(
      String endpoint, Map<String, List<String>> headers, String text, String claims) {

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /** Made once a name: that takes a second. */
  private static final Map<String, Path> KEYS = new ConcurrentHashMap<>();

  private final HttpsServer server;
  private final SSLContext context;
  private final Path keys;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, TestBrowser> browsers = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<Received> fresh = new LinkedBlockingQueue<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Set<Integer> callers = new HashSet<>();
  private volatile int status = 201;
  private volatile Map<String, String> headers = Map.of();
  private volatile int asked;

  private PushService(String name) throws IOException, GeneralSecurityException {
    keys = KEYS.computeIfAbsent(name, PushService::keys);
    context = context(keys);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static PushService start() {
    return startAs("localhost");
  }

  /** One whose certificate is for another name. */
  public static PushService startAs(String name) {
    try {
      return new PushService(name);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a server is told that it may be sent to. */
  public Reach reach() {
    return Reach.toThisMachine(context.getSocketFactory());
  }

  /** The file with its certificate, for another process, and how that opens it. */
  public List<String> trusted() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + keys,
        "-Djavax.net.ssl.trustStorePassword=" + new String(PASSWORD));
  }

  /** Somebody's browser subscribes. */
  public KeptSubscription subscribed(UUID journey) {
    TestBrowser browser = new TestBrowser();
    String path = "/push/" + UUID.randomUUID();
    browsers.put(path, browser);
    return new KeptSubscription(
        UUID.randomUUID(),
        journey,
        "https://localhost:" + server.getAddress().getPort() + path,
        browser.p256dh(),
        browser.auth(),
        "A test's browser",
        Instant.EPOCH);
  }

  /** From now on every message is answered so. */
  public void answers(int with, Map<String, String> more) {
    status = with;
    headers = more;
  }

  public List<Received> received() {
    return received;
  }

  /** The next message, waited for. */
  public Received await() {
    try {
      Received next = fresh.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no notification came; " + faults);
      }
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often it was asked at all. */
  public int asked() {
    return asked;
  }

  /** Over how many connections. */
  public int connections() {
    return callers.size();
  }

  /** What was wrong with messages. */
  public List<String> faults() {
    return faults;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    asked++;
    callers.add(exchange.getRemoteAddress().getPort());
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    headers.forEach(exchange.getResponseHeaders()::set);
    int answered = status;
    if (answered == 201) {
      try {
        Received message =
            new Received(
                path,
                Map.copyOf(exchange.getRequestHeaders()),
                Objects.requireNonNull(browsers.get(path), path).read(body),
                TestBrowser.claims(exchange.getRequestHeaders().getFirst("Authorization")));
        received.add(message);
        fresh.add(message);
      } catch (GeneralSecurityException | RuntimeException e) {
        faults.add(e.toString());
        answered = 400;
      }
    }
    exchange.sendResponseHeaders(answered, -1);
    exchange.close();
  }

  private static Path keys(String name) {
    try {
      Path folder = Files.createTempDirectory("push-service");
      Path file = folder.resolve("keys.p12");
      String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      String options =
          "-genkeypair -keyalg EC -groupname secp256r1 -alias push -storetype PKCS12 -dname CN=";
      List<String> command = new ArrayList<>(List.of(keytool));
      command.addAll(List.of((options + name + " -ext san=dns:" + name).split(" ")));
      command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException("keytool ended with " + status);
      }
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store, PASSWORD);
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("push", store.getCertificate("push"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
