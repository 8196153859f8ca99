package org.kepu.assistant.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.source.DocumentSource;
import org.kepu.knowledge.source.Hash;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.folder.FolderSource;
import org.kepu.knowledge.source.site.SiteLimits;
import org.kepu.knowledge.source.site.SiteSource;
import org.kepu.knowledge.source.table.AnswerTable;
import org.springframework.stereotype.Component;

/** Makes the sources that the settings name. */
@Component
class SourceFactory {

  private final HomeSettings home;
  private final SourceSettings settings;
  private final InstantSource clock;

  SourceFactory(HomeSettings home, SourceSettings settings, InstantSource clock) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
  }

  /** The caller closes them. */
  OpenSources open() {
    FileIntake intake = FileIntake.standard();
    Set<String> names = new LinkedHashSet<>();
    List<Source> sources = new ArrayList<>();
    if (settings.collection()) {
      names.add("collection");
      sources.add(new DocumentSource("collection", StarterCollection::documents));
    }
    for (Path folder : List.of(made(home.documents()), made(home.uploads()))) {
      sources.add(folder(names, folder, intake));
    }
    settings.folders().forEach(folder -> sources.add(folder(names, folder, intake)));
    sources.add(table(names, home.answers()));
    settings.answers().forEach(table -> sources.add(table(names, table)));
    List<SiteSource> sites = settings.sites().stream().map(site -> site(site, intake)).toList();
    sources.addAll(sites);
    return new OpenSources(sources, intake, sites, settings.siteEvery());
  }

  private SiteSource site(URI site, FileIntake intake) {
    SiteLimits limits = SiteLimits.STANDARD.with(settings.sitePages(), settings.sitePause());
    String folder = site.getHost() + "-" + Hash.of(List.of(site.toString())).substring(0, 12);
    return new SiteSource(site, home.sites().resolve(folder), intake, limits);
  }

  private FolderSource folder(Set<String> names, Path folder, FileIntake intake) {
    return new FolderSource(
        name(names, folder), folder, intake, FileDescription.NONE, settings.quiet(), clock);
  }

  private AnswerTable table(Set<String> names, Path table) {
    return new AnswerTable(name(names, table), table, settings.quiet(), clock);
  }

  /** Its last name, or where two have the same the whole path. */
  private static String name(Set<String> names, Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path last = whole.getFileName();
    String name = last == null ? whole.toString() : last.toString();
    if (!names.add(name)) {
      name = whole.toString();
      names.add(name);
    }
    return name;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }
}
