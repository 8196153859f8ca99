package org.kepu.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How the current versions of documents differ from those before. */
record Changes(List<String> added, List<String> changed, List<String> removed, int kept) {

  static Changes between(SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> document : after.entrySet()) {
      String version = before.get(document.getKey());
      if (version == null) {
        added.add(document.getKey());
      } else if (!version.equals(document.getValue())) {
        changed.add(document.getKey());
      }
    }
    List<String> removed = before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
    return new Changes(added, changed, removed, after.size() - added.size() - changed.size());
  }

  IngestReport report(
      IngestReport.Result result, List<Quarantined> quarantined, int passages, int embedded) {
    return new IngestReport(result, added, changed, removed, kept, quarantined, passages, embedded);
  }
}
