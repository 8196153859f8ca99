package org.kepu.knowledge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kepu.knowledge");
  }

  @Test
  void theRulesAreAboutClassesThatAreThere() {
    assertThat(classes).hasSizeGreaterThan(30);
    assertThat(classes.contain(KnowledgeBase.class)).isTrue();
    assertThat(classes.contain(ArchitectureTest.class)).isFalse();
  }

  @ParameterizedTest(name = "{0} is used in {1} alone")
  @CsvSource({
    "org.apache.lucene.., org.kepu.knowledge.engine.lucene..",
    "org.opensearch.., org.kepu.knowledge.engine.opensearch..",
    "org.apache.hc.., org.kepu.knowledge.engine.opensearch.. org.kepu.knowledge.source.site..",
    "ai.onnxruntime.., org.kepu.knowledge..onnx..",
    "dev.langchain4j.., org.kepu.knowledge.langchain4j..",
    "java.sql.., org.kepu.knowledge.catalog.jdbc..",
    "javax.sql.., org.kepu.knowledge.catalog.jdbc..",
    "org.flywaydb.., org.kepu.knowledge.catalog.jdbc..",
    "org.commonmark.., org.kepu.knowledge.parse..",
    "org.apache.tika.., org.kepu.knowledge.parse.format..",
    "org.apache.pdfbox.., org.kepu.knowledge.parse.format..",
    "org.apache.poi.., org.kepu.knowledge.parse.format..",
    "com.ibm.icu.., org.kepu.knowledge.text..",
    "org.apache.commons.csv.., org.kepu.knowledge.source.table..",
    "crawlercommons.., org.kepu.knowledge.source.site..",
  })
  void aLibraryIsUsedBehindItsPortAlone(String library, String named) {
    String[] home = named.split(" ");
    assertThat(
            classes.stream()
                .filter(type -> JavaClass.Predicates.resideInAnyPackage(home).test(type)))
        .as("classes in %s that use %s", named, library)
        .anyMatch(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .anyMatch(JavaClass.Predicates.resideInAPackage(library)));

    noClasses()
        .that()
        .resideOutsideOfPackages(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  @Test
  void nothingKnowsAFramework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "reactor..", "jakarta..")
        .check(classes);
  }

  @Test
  void packagesDependOnOneAnotherWithoutCycles() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(classes);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    Set<JavaPackage> packages = new HashSet<>();
    classes.forEach(type -> packages.add(type.getPackage()));
    for (JavaPackage each : packages) {
      if (!each.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(each.getName());
      }
    }

    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(unmarked).isEmpty();
  }

  /** Every package is a slice, the entry package among them. */
  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
