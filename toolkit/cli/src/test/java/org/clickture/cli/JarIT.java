package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the one jar. */
class JarIT {

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(CliProcess.JAR.toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void needsNoFlagToStart() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
        assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
        assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
        assertThat(manifest.getValue("Add-Exports")).isEqualTo("java.base/jdk.internal.module");
        assertThat(manifest.getValue("Add-Opens").split(" "))
                .contains("java.base/java.lang", "java.base/java.lang.reflect", "java.base/sun.nio.ch");
    }

    @Test
    void holdsWhatItsServicesName() throws IOException {
        List<JarEntry> services = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith("META-INF/services/"))
                .toList();

        assertThat(services)
                .extracting(JarEntry::getName)
                .contains("META-INF/services/org.dflib.jjava.jupyter.Extension");
        for (JarEntry service : services) {
            String text = new String(jar.getInputStream(service).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty()))
                    .as(service.getName())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(jar.getEntry(name.replace('.', '/') + ".class"))
                            .isNotNull());
        }
    }

    @Test
    void leavesOutWhatWouldPhoneHomeOrBreakTheClassPath() {
        assertThat(jar.stream().map(JarEntry::getName))
                .noneMatch(name -> name.startsWith("net/openhft/chronicle/analytics/"))
                .noneMatch(name -> name.endsWith("module-info.class"))
                .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"))
                .noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("org/dflib/"));
    }

    @Test
    void saysUnderWhichLicencesItsPartsCome() throws IOException {
        String thirdParty = text("META-INF/THIRD-PARTY.txt");

        assertThat(thirdParty).contains("net.openhft:chronicle-map", "it.unimi.dsi:fastutil", "info.picocli:picocli");
        assertThat(text("META-INF/LICENSE")).contains("Apache License", "Oliver Siegmar");
        assertThat(text("META-INF/NOTICE")).contains("Jackson");
        for (String bringsNoText : List.of("asm", "jnr-x86asm", "zstd", "zstd-jni")) {
            assertThat(text("META-INF/licenses/" + bringsNoText + ".txt")).contains("Copyright (c)");
        }
    }

    private static String text(String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        assertThat(entry).as(name).isNotNull();
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
