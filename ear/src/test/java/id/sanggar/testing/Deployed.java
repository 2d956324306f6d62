package id.sanggar.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test against the EAR as it is shipped, with the tests beside it in an archive of their own. */
@ExtendWith(ArquillianExtension.class)
abstract class Deployed {

    private static final String TESTS = "tests.war";

    @Deployment
    static EnterpriseArchive application() {
        var ear = ShrinkWrap.create(ZipImporter.class, "sanggar.ear")
                .importFrom(new File(System.getProperty("sanggar.target"), "sanggar.ear"))
                .as(EnterpriseArchive.class);
        var descriptor = ear.get("META-INF/application.xml").getAsset();
        try (var stream = descriptor.openStream()) {
            var listed = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("<library-directory>",
                    "<module><web><web-uri>" + TESTS + "</web-uri><context-root>/tests</context-root></web></module>"
                            + "<library-directory>");
            ear.setApplicationXML(new StringAsset(listed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ear.addAsModule(Testable.archiveToTest(tests()));
    }

    private static WebArchive tests() {
        var classes = ShrinkWrap.create(ExplodedImporter.class, "tests.jar")
                .importDirectory(new File(System.getProperty("sanggar.target"), "test-classes"))
                .as(JavaArchive.class);
        // The listeners of this side have no business on the other.
        classes.delete("META-INF");
        classes.delete("arquillian.xml");
        var assertions = URI.create(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toString());
        return ShrinkWrap.create(WebArchive.class, TESTS)
                .addAsLibrary(classes)
                .addAsLibrary(new File(assertions))
                .setManifest(new StringAsset("""
                        Manifest-Version: 1.0
                        Dependencies: org.wildfly.security.elytron-private
                        """));
    }
}
