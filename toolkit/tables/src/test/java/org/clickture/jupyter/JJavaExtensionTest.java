package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts a kernel that stands on JJava's base, which finds the extension as JJava does. */
class JJavaExtensionTest {

    private static final LabelSet IMAGE = new LabelSet("key", List.of(new LabelCount("boxer", 3, 2)));

    private static final TestKernel KERNEL = new TestKernel();

    @BeforeAll
    static void start() {
        KERNEL.onStartup();
    }

    @Test
    void importsWhatCellsUse() {
        assertThat(KERNEL.run)
                .contains("import tech.tablesaw.api.*;", "import static org.clickture.jupyter.Notebook.*;")
                .allMatch(line -> line.startsWith("import ") && line.endsWith(".*;"));
    }

    @Test
    void importsOnlyWhatIsThere() {
        assertThat(KERNEL.run)
                .map(line -> line.replace("import ", "").replace("static ", "").replace(".*;", ""))
                .filteredOn(name -> name.startsWith("org.clickture"))
                .allSatisfy(name -> assertThat(resource(name, "") || resource(name, ".class"))
                        .as(name)
                        .isTrue());
    }

    private static boolean resource(String name, String suffix) {
        return ClassLoader.getSystemResource(name.replace('.', '/') + suffix) != null;
    }

    @Test
    void rendersTheResultOfACell() {
        DisplayData data = KERNEL.getRenderer().render(IMAGE);

        Rendering rendering = Renderings.of(IMAGE).orElseThrow();
        assertThat(data.getData(MIMEType.TEXT_HTML)).isEqualTo(rendering.data().get("text/html"));
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo(rendering.text());
    }

    @Test
    void showsSeveralValuesBelowEachOther() {
        KERNEL.shown.clear();

        Notebook.show(IMAGE, "text", null);

        assertThat(KERNEL.shown)
                .map(data -> data.getData(MIMEType.TEXT_PLAIN))
                .containsExactly(Renderings.of(IMAGE).orElseThrow().text(), "text", "null");
    }

    @Test
    void namesProgressSoThatItCanMove() {
        KERNEL.shown.clear();

        Notebook.progress().update("scan", 1, 2, 3);

        assertThat(KERNEL.shown)
                .singleElement()
                .satisfies(data -> assertThat(data.hasDisplayId()).isTrue());
    }

    @Test
    void canBeInstalledTwice() {
        int lines = KERNEL.run.size();

        new JJavaExtension().install(KERNEL);

        assertThat(KERNEL.run).hasSize(lines);
    }

    private static final class TestKernel extends BaseKernel {

        private final List<String> run = new ArrayList<>();
        private final List<DisplayData> shown = new ArrayList<>();

        TestKernel() {
            super(
                    "test",
                    "1",
                    new LanguageInfo.Builder("java").build(),
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    new MagicParser("%", "%%", new MagicTranspiler()),
                    new MagicsRegistry(),
                    true,
                    new StringStyler.Builder().build());
        }

        @Override
        public @Nullable Object evalRaw(String source) {
            run.add(source);
            if (source.contains("java.nio.file")) {
                throw new IllegalStateException("a kernel that refuses an import");
            }
            return null;
        }

        @Override
        public void display(DisplayData data) {
            shown.add(data);
        }

        @Override
        public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
            return null;
        }

        @Override
        public @Nullable ReplacementOptions complete(String code, int at) {
            return null;
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_MAYBE;
        }
    }
}
