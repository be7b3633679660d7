package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clickture.lexicon.LexiconHints.Hint;
import org.junit.jupiter.api.Test;

class LabelTreeTest {

    private static Hint hint(String label, String parent) {
        return new Hint(1, label, List.of(), parent, "", false);
    }

    @Test
    void countsStepsUp() {
        LabelTree tree = new LabelTree(-1, 0, 1, -1);

        assertThat(tree.steps(2, 2)).isZero();
        assertThat(tree.steps(2, 0)).isEqualTo(2);
        assertThat(tree.steps(0, 2)).isNegative();
        assertThat(tree.steps(3, 0)).isNegative();
        assertThat(tree.children(0)).containsExactly(1);
        assertThat(tree.parent(0)).isEqualTo(LabelTree.NONE);
    }

    @Test
    void takesTheLexiconsParent() {
        List<String> labels = List.of("corgi", "pembroke welsh corgi", "welsh dog");

        LabelTree tree = LabelTree.of(labels, List.of(hint("pembroke welsh corgi", "welsh dog")));

        assertThat(tree.parent(1)).isEqualTo(2);
    }

    @Test
    void takesTheLongestNameAtTheEndIfTheLexiconSaysNothing() {
        List<String> labels = List.of("fox terrier", "retriever", "terrier", "toy fox terrier", "wolf");

        LabelTree tree = LabelTree.of(labels, List.of(hint("wolf", "no label")));

        assertThat(tree.parent(3)).isZero();
        assertThat(tree.parent(0)).isEqualTo(2);
        assertThat(tree.parent(1)).isEqualTo(LabelTree.NONE);
        assertThat(tree.parent(4)).isEqualTo(LabelTree.NONE);
    }

    @Test
    void leavesOutParentsThatLeadBack() {
        List<String> labels = List.of("a", "b", "c");

        LabelTree tree = LabelTree.of(labels, List.of(hint("a", "b"), hint("b", "a"), hint("c", "c")));

        assertThat(tree.steps(0, 1) > 0 && tree.steps(1, 0) > 0).isFalse();
        assertThat(tree.parent(2)).isEqualTo(LabelTree.NONE);
    }

    @Test
    void refusesALabelThatIsItsOwnAncestor() {
        assertThatThrownBy(() -> new LabelTree(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
