package org.kepu.knowledge.source.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks one site over HTTP, and nobody else: of a name's addresses it connects to those it has
 * checked, not to what a second look-up might give; it follows redirects within the site alone, and
 * ends whatever takes too long or gets too large, slow drips and packed bombs included. No cookies
 * are kept, no proxy is used, no environment is asked.
 */
final class Fetcher implements AutoCloseable {

  /** Names us to a site, and to its robots.txt. */
  static final String AGENT = "KepuBot";

  private static final String USER_AGENT = AGENT + "/1.0 (science popularisation; reads sitemaps)";

  private static final int REDIRECTS = 5;

  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

  private final URI site;
  private final SiteLimits limits;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor clock;

  /**
   * @param site the scheme, host and port that are asked
   * @param addresses which may be connected to
   * @param names looks hosts up
   */
  Fetcher(URI site, SiteLimits limits, Predicate<InetAddress> addresses, DnsResolver names) {
    this.site = site;
    this.limits = limits;
    clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("site-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
    Timeout timeout = Timeout.of(limits.request());
    http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedResolver(names, addresses))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .setUserAgent(USER_AGENT)
            .build();
  }

  /** As the product fetches. */
  static Fetcher of(URI site, SiteLimits limits) {
    return new Fetcher(site, limits, PublicAddresses::contain, SystemDefaultDnsResolver.INSTANCE);
  }

  /** Whether an address is of this site: the same scheme, host and port. */
  boolean owns(URI address) {
    return site.getScheme().equalsIgnoreCase(address.getScheme())
        && site.getHost().equalsIgnoreCase(address.getHost())
        && port(site) == port(address)
        && address.getUserInfo() == null;
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  /**
   * Gets what is at {@code address}, unless it is as it was.
   *
   * @param etag and {@code lastModified} of the content that is known; null if none is
   * @throws SiteException if the site may not be asked for it, or its answer is not to be used
   * @throws IOException if it cannot be reached
   */
  Fetched get(URI address, @Nullable String etag, @Nullable String lastModified)
      throws IOException, SiteException {
    URI current = address;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (!owns(current)) {
        throw new SiteException("转向站外地址 %s，没有跟随".formatted(current));
      }
      HttpGet request = new HttpGet(current);
      if (etag != null) {
        request.setHeader("If-None-Match", etag);
      }
      if (lastModified != null) {
        request.setHeader("If-Modified-Since", lastModified);
      }
      Answer answer = ask(request);
      URI next = answer.location();
      if (next == null) {
        return answer.fetched();
      }
      current = current.resolve(next);
    }
    throw new SiteException("转向超过 %d 次".formatted(REDIRECTS));
  }

  private Answer ask(HttpGet request) throws IOException, SiteException {
    ScheduledFuture<?> late =
        clock.schedule(
            () -> {
              request.abort();
            },
            limits.request().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, this::read).checked();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new SiteException("回应不合规（%s）".formatted(e.getMessage()));
    } catch (IOException e) {
      if (request.isAborted()) {
        throw new IOException("超过 %d 秒没有答完".formatted(limits.request().toSeconds()), e);
      }
      throw e;
    } finally {
      late.cancel(false);
    }
  }

  private Answer read(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (MOVED.contains(status)) {
      return moved(response);
    }
    HttpEntity entity = response.getEntity();
    byte[] content = new byte[0];
    if (status == 200 && entity != null) {
      InputStream in = entity.getContent();
      content = in == null ? content : in.readNBytes(limits.pageBytes() + 1);
    }
    if (content.length > limits.pageBytes()) {
      return Answer.refused("超过 %d 字节".formatted(limits.pageBytes()));
    }
    return new Answer(
        new Fetched(
            status,
            content,
            type(entity),
            first(response, "ETag"),
            first(response, "Last-Modified")),
        null,
        null);
  }

  private static Answer moved(ClassicHttpResponse response) {
    String location = first(response, "Location");
    try {
      return location == null
          ? Answer.refused("转向却没有说去哪里")
          : new Answer(null, URI.create(location), null);
    } catch (IllegalArgumentException e) {
      return Answer.refused("转向的地址不合规");
    }
  }

  private static String type(@Nullable HttpEntity entity) {
    ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
    return type == null || type.getMimeType() == null
        ? ""
        : type.getMimeType().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String first(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }

  /** One answer: something fetched, or where to go on, or why not. */
  private record Answer(
      @Nullable Fetched answered, @Nullable URI location, @Nullable String refusal) {

    static Answer refused(String why) {
      return new Answer(null, null, why);
    }

    Answer checked() throws SiteException {
      if (refusal != null) {
        throw new SiteException(refusal);
      }
      return this;
    }

    Fetched fetched() {
      return Objects.requireNonNull(answered);
    }
  }

  /** Gives the addresses of a name that may be connected to; the connection takes no others. */
  private record CheckedResolver(DnsResolver names, Predicate<InetAddress> allowed)
      implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = names.resolve(host);
      if (found == null || !Arrays.stream(found).allMatch(allowed)) {
        throw new UnknownHostException(host + " 不在公网上，不予访问");
      }
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
