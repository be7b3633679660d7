package org.clickture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clickture.ClicktureException;
import org.clickture.frame.SampleImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Draws in JVMs of their own, on machines that lack something. */
@EnabledOnOs(OS.LINUX)
class MachineTest {

    @TempDir
    private Path home;

    @Test
    void namesThePackagesWhereThereIsNoFont() throws Exception {
        Path noFonts =
                Files.writeString(home.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n");

        assertThat(draw(Map.of("FONTCONFIG_FILE", noFonts.toString()), "-Djava.awt.headless=true"))
                .contains("ClicktureException")
                .contains("apt-get install fontconfig fonts-dejavu-core");
    }

    @Test
    void leavesNothingInTheHomeFolder() throws Exception {
        assertThat(draw(Map.of(), "-Djava.awt.headless=true")).contains("drawn");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysHowToDrawWithoutADisplay() throws Exception {
        assertThat(draw(Map.of("DISPLAY", ":99"), "-Djava.awt.headless="))
                .contains("ClicktureException")
                .contains("-Djava.awt.headless=true");
    }

    private String draw(Map<String, String> environment, String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path")));
        command.add(flag);
        command.add(Draw.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The program of these JVMs. */
    static final class Draw {

        private Draw() {}

        public static void main(String[] args) {
            try {
                Charts.png(Charts.longTail(SampleImages.of("breed", new Object[] {"beagle", 1})));
                System.out.println("drawn");
            } catch (ClicktureException e) {
                System.out.println(e);
            }
        }
    }
}
