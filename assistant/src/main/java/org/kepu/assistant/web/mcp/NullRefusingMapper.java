package org.kepu.assistant.web.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;

/** JSON as the mapper beneath reads it, but for the text {@code null}, which is no message. */
record NullRefusingMapper(McpJsonMapper beneath) implements McpJsonMapper {

  @Override
  public <T> T readValue(String content, Class<T> type) throws IOException {
    return present(beneath.readValue(content, type));
  }

  @Override
  public <T> T readValue(byte[] content, Class<T> type) throws IOException {
    return present(beneath.readValue(content, type));
  }

  @Override
  public <T> T readValue(String content, TypeRef<T> type) throws IOException {
    return present(beneath.readValue(content, type));
  }

  @Override
  public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
    return present(beneath.readValue(content, type));
  }

  @Override
  public <T> T convertValue(Object from, Class<T> type) {
    return beneath.convertValue(from, type);
  }

  @Override
  public <T> T convertValue(Object from, TypeRef<T> type) {
    return beneath.convertValue(from, type);
  }

  @Override
  public String writeValueAsString(Object value) throws IOException {
    return beneath.writeValueAsString(value);
  }

  @Override
  public byte[] writeValueAsBytes(Object value) throws IOException {
    return beneath.writeValueAsBytes(value);
  }

  private static <T> T present(T value) throws IOException {
    if (value == null) {
      throw new IOException("A message is an object, not null");
    }
    return value;
  }
}
