package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.junit.jupiter.api.Test;

class IJavaKernelTest {

    private static final LabelSet IMAGE = new LabelSet("key", List.of(new LabelCount("boxer", 3, 2)));

    private final List<DisplayData> shown = new ArrayList<>();
    private final List<String> run = new ArrayList<>();

    private final BaseKernel base = new BaseKernel() {
        @Override
        public DisplayData eval(String java) {
            run.add(java);
            return DisplayData.EMPTY;
        }

        @Override
        public void display(DisplayData data) {
            shown.add(data);
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("java").build();
        }
    };

    private final Kernel kernel = new IJavaKernel(base);

    @Test
    void showsRegisteredTypesAsRendered() {
        kernel.register(LabelSet.class);
        kernel.show(IMAGE);

        Rendering rendering = Renderings.of(IMAGE).orElseThrow();
        assertThat(shown).singleElement().satisfies(data -> {
            assertThat(data.getData(MIMEType.TEXT_HTML))
                    .isEqualTo(rendering.data().get("text/html"));
            assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo(rendering.text());
        });
    }

    @Test
    void leavesListsOfOtherThingsAsTheyWere() {
        kernel.register(List.class);
        kernel.show(List.of(1, 2));

        assertThat(shown).singleElement().satisfies(data -> {
            assertThat(data.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
            assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("[1, 2]");
        });
    }

    @Test
    void namesWhatItDisplays() {
        kernel.display("id", Renderings.of(IMAGE).orElseThrow());
        kernel.replace("id", Renderings.of(IMAGE).orElseThrow()); // no cell runs: nobody sees it

        assertThat(shown)
                .singleElement()
                .satisfies(data -> assertThat(data.getDisplayId()).isEqualTo("id"));
    }

    @Test
    void runsJavaInTheKernel() throws Exception {
        kernel.run("import java.util.*;");

        assertThat(run).containsExactly("import java.util.*;");
    }
}
