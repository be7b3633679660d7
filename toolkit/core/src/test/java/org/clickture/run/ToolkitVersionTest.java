package org.clickture.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolkitVersionTest {

    @Test
    void readsWhatTheBuildWroteDown() {
        ToolkitVersion current = ToolkitVersion.current();

        assertThat(current.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(current.commit()).matches("[0-9a-f]{7,40}(-dirty)?|unknown");
    }

    @Test
    void marksABuildWithChangesThatAreInNoCommit() {
        assertThat(ToolkitVersion.of("1.2.3", "abc1234", "true").commit()).isEqualTo("abc1234-dirty");
        assertThat(ToolkitVersion.of("1.2.3", "abc1234", "false").commit()).isEqualTo("abc1234");
    }

    @Test
    void saysUnknownOutsideACheckout() {
        ToolkitVersion exported = ToolkitVersion.of("1.2.3", "${git.commit.id.abbrev}", "${git.dirty}");

        assertThat(exported).isEqualTo(new ToolkitVersion("1.2.3", "unknown"));
        assertThat(ToolkitVersion.of("", "", "")).isEqualTo(new ToolkitVersion("unknown", "unknown"));
    }
}
