package org.kepu.assistant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may know what. */
class ArchitectureTest {

  private static final String ROOT = "org.kepu.assistant";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What Spring generates for the jar, and an earlier build may have left.
          .withImportOption(location -> !location.contains("__"))
          .importPackages(ROOT);

  @Test
  void theRulesSeeTheClasses() {
    assertThat(CLASSES).hasSizeGreaterThan(40);
  }

  @Test
  void onlyTheModelsAdapterKnowsLangChain4j() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".answer.llm")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.langchain4j..")
        .check(CLASSES);
  }

  @Test
  void onlyItsDoorKnowsTheModelContextProtocol() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".web.mcp")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.modelcontextprotocol..", "org.springframework.ai..")
        .check(CLASSES);
  }

  @Test
  void onlyItsRoomKnowsWechatsLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".wechat")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("me.chanjar.weixin..", "org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void onlyTheRegisterKnowsOpenCc() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".register")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.houbb..")
        .check(CLASSES);
  }

  @Test
  void onlyTheAccountsAndTheirDoorKnowTheSecurityFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".account", ROOT + ".web.account")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.security..")
        .check(CLASSES);
  }

  @Test
  void onlyTheDatabasesAdaptersAndTheCompositionKnowJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..jdbc..", ROOT + ".config")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(CLASSES);
  }

  /** A stream of rows holds a connection until it is closed; four of them are all there are. */
  @Test
  void onlyThoseWhoCloseThemStreamRows() {
    noClasses()
        .that()
        .doNotHaveSimpleName("JdbcInteractionLog")
        .and()
        .doNotHaveSimpleName("JdbcTerminals")
        .should()
        .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
        .because("a list needs no closing; whoever streams closes in a try and is named here")
        .check(CLASSES);
  }

  @Test
  void onlyTheEdgeIsReactive() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".chat", ROOT + ".web..", ROOT + ".config")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("reactor..", "org.reactivestreams..")
        .check(CLASSES);
  }

  @Test
  void nobodyUsesTheWeb() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".web..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage(ROOT + ".web..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    List<String> unmarked =
        packages.stream()
            .filter(name -> !CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
            .sorted()
            .toList();
    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(unmarked).isEmpty();
  }
}
