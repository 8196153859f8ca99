package org.kepu.evaluation.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kepu.evaluation.attack.Operation.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says of its interface, by OpenAPI. */
final class ApiDescription {

  private static final String PREFIX = "#/components/schemas/";

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if nothing is described
   */
  ApiDescription(String text) {
    document = new JsonMapper().readTree(text);
    JsonNode paths = document.path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        operations.add(operation(method, path, paths.path(path).path(method)));
      }
    }
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("The service describes no operation at /v3/api-docs");
    }
    operations.sort(Comparator.comparing(Operation::name));
  }

  /** In an order that does not depend on the document's. */
  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** A schema, or the one that it points to. */
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith(PREFIX)
        ? document.path("components").path("schemas").path(reference.substring(PREFIX.length()))
        : schema;
  }

  private static Operation operation(String method, String path, JsonNode described) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : described.path("parameters")) {
      parameters.add(
          new Parameter(
              parameter.path("name").asString(),
              parameter.path("in").asString(),
              parameter.path("required").asBoolean(false),
              parameter.path("schema")));
    }
    List<JsonNode> bodies = new ArrayList<>();
    for (JsonNode content : described.path("requestBody").path("content")) {
      bodies.add(content.path("schema"));
    }
    return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, bodies);
  }
}
