package org.kepu.knowledge.source.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.kepu.knowledge.source.Hash;

/** A real web site on this machine, with a sitemap of its pages and validators for each. */
final class TestSite implements AutoCloseable {

  final Map<String, String> pages = Collections.synchronizedMap(new TreeMap<>());
  final Map<String, Handler> special = new ConcurrentHashMap<>();
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  final List<String> notModified = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;

  interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  TestSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void page(String path, String title, String sentence) {
    pages.put(
        path,
        "<html><head><meta charset=utf-8><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>"
            .formatted(title, title, sentence));
  }

  String sitemap() {
    StringBuilder urls = new StringBuilder();
    pages.keySet().forEach(path -> urls.append("<url><loc>" + address(path) + "</loc></url>"));
    return sitemapOf(urls.toString());
  }

  static String sitemapOf(String urls) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset"
               + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + urls
        + "</urlset>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    try (exchange) {
      Handler handler = special.get(path);
      String page = path.equals("/sitemap.xml") ? sitemap() : pages.get(path);
      if (handler != null) {
        handler.handle(exchange);
      } else if (page == null) {
        send(exchange, 404, "text/plain", "none");
      } else {
        String etag = "\"" + Hash.of(List.of(page)).substring(0, 8) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
          notModified.add(path);
          exchange.sendResponseHeaders(304, -1);
        } else {
          send(exchange, 200, path.endsWith(".xml") ? "application/xml" : "text/html", page);
        }
      }
    }
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static Handler redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
