package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class ChartPictureTest {

    /** Draws a chart; prints what is left of the home folder's name. */
    static final class Program {
        public static void main(String[] args) {
            Rendering rendering = ChartPicture.of(chart());
            System.out.print(rendering.data().keySet().contains("image/png") ? System.getProperty("user.home") : "");
        }
    }

    @Test
    void drawsAChartAtTwiceItsSize() throws IOException {
        Rendering rendering = ChartPicture.of(chart());
        byte[] png = Base64.getDecoder().decode(rendering.data().get("image/png"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(rendering.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 300, "height", 200)));
        assertThat(rendering.text()).isEqualTo("chart: clicks");
    }

    @Test
    void writesNothingIntoTheHomeFolder(@TempDir Path home) throws IOException, InterruptedException {
        String output = ChildJvm.run(Program.class, Map.of(), "-Duser.home=" + home, "-Djava.awt.headless=true");

        assertThat(output).isEqualTo(home.toString());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysWhyAChartCannotBeDrawn() {
        XYChart chart = new XYChart(10, 10) {
            @Override
            public void paint(Graphics2D graphics, int width, int height) {
                throw new NoClassDefFoundError("no fonts");
            }
        };
        chart.setTitle("clicks");

        Rendering rendering = ChartPicture.of(chart);

        assertThat(rendering.data()).containsOnlyKeys("text/plain");
        assertThat(rendering.text())
                .startsWith("chart: clicks (cannot be drawn: ")
                .contains("no fonts");
    }

    private static XYChart chart() {
        XYChart chart =
                new XYChartBuilder().title("clicks").width(300).height(200).build();
        chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
        return chart;
    }
}
