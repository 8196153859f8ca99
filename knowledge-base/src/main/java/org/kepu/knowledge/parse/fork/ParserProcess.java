package org.kepu.knowledge.parse.fork;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.format.FormatParser;
import org.kepu.knowledge.parse.wiki.MediaWikiDump;

/**
 * The other process: takes orders on its standard input and replies on its standard output, one
 * after the other. It ends when its input does, whatever it is doing, so that it never outlives the
 * process that started it.
 */
final class ParserProcess {

  /** As the JVM exits for want of memory. */
  static final int OUT_OF_MEMORY = 3;

  /** An order holds a path and a description. */
  private static final int LONGEST_ORDER = 1 << 20;

  private final Frames frames;
  private final Limits limits;
  private final FormatParser parser;
  private final SynchronousQueue<Work> work = new SynchronousQueue<>();

  private ParserProcess(Frames frames, Limits limits) {
    this.frames = frames;
    this.limits = limits;
    this.parser = new FormatParser(limits);
  }

  public static void main(String[] args) throws Exception {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // What a library prints would stand in the middle of a reply.
    System.setOut(System.err);
    NoNetwork.enforce();
    Frames frames = new Frames(in, out);
    Limits limits = frames.read(Limits.class, LONGEST_ORDER);
    ParserProcess process = new ParserProcess(frames, limits);
    Thread.ofPlatform().daemon().name("parser").start(process::work);
    frames.write(Frames.json(Reply.END));
    process.receive();
  }

  private void receive() throws InterruptedException {
    try {
      while (true) {
        Order order = frames.read(Order.class, LONGEST_ORDER);
        byte[] content = order.dump() == null ? frames.read(limits.fileBytes()) : new byte[0];
        work.put(new Work(order, content));
      }
    } catch (IOException e) {
      // The other side is gone: there is nobody to tell, and nobody else to clear up.
      Scratch.clear(Path.of(System.getProperty("java.io.tmpdir")));
      Runtime.getRuntime().halt(0);
    }
  }

  private void work() {
    try {
      while (true) {
        Work next = work.take();
        String dump = next.order().dump();
        if (dump == null) {
          SourceFile file = new SourceFile(next.order().path(), next.content());
          reply(parser.parse(file, next.order().description()));
        } else {
          read(next.order(), Path.of(dump));
          frames.write(Frames.json(Reply.END));
        }
      }
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(0);
    } catch (Throwable e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private void read(Order order, Path dump) throws IOException {
    MediaWikiDump wiki = new MediaWikiDump(order.description(), order.categories(), limits);
    try (InputStream in = opened(dump)) {
      wiki.read(order.path(), in, this::replyUnchecked);
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      reply(
          new Quarantined(order.path(), QuarantineReason.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private static InputStream opened(Path dump) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 16);
    return dump.toString().endsWith(".bz2") ? new BZip2CompressorInputStream(in, true) : in;
  }

  private void replyUnchecked(ParseResult result) {
    try {
      reply(result);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void reply(ParseResult result) throws IOException {
    byte[] reply = Frames.json(Reply.of(result));
    if (reply.length > longestReply(limits)) {
      String path = result instanceof ParseResult.Parsed parsed ? parsed.document().id() : "";
      Quarantined tooLong = new Quarantined(path, QuarantineReason.TOO_LONG, "标题或段落太多");
      reply = Frames.json(Reply.of(tooLong));
    }
    frames.write(reply);
  }

  /** A Han character has three bytes, and a section is written with its place. */
  static int longestReply(Limits limits) {
    return (int) Math.min(Integer.MAX_VALUE - 8, 12L * limits.characters() + (1 << 20));
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  private record Work(Order order, byte[] content) {}
}
