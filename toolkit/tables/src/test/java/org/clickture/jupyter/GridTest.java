package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void escapesEveryTextInHtml() {
        String evil = "<img src=x onerror='alert(1)'> & \"quoted\"";
        String html = new Grid(evil).text(evil).row(List.of(evil)).note(evil).html();

        assertThat(html)
                .doesNotContain("<img", "onerror='", " & ")
                .containsOnlyOnce("font-weight:600")
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; &quot;quoted&quot;");
        assertThat(html.split("&lt;img", -1)).hasSize(1 + 4);
    }

    @Test
    void alignsNumbersToTheRightInHtmlAndText() {
        Grid grid = new Grid("breeds")
                .text("breed")
                .number("clicks")
                .row(List.of("boxer", "1,234"))
                .row(List.of("pug", "7"))
                .note("2 rows");

        assertThat(grid.text()).isEqualTo("""
                breeds
                breed  clicks
                boxer   1,234
                pug         7
                2 rows""");
        assertThat(grid.html())
                .contains("<td style=\"text-align:left\">pug</td><td style=\"text-align:right\">7</td>")
                .contains("<th style=\"text-align:left\">breed</th><th style=\"text-align:right\">clicks</th>");
    }

    @Test
    void leavesOutAnEmptyTitleAndNote() {
        Grid grid = new Grid("").text("a").row(List.of("b"));

        assertThat(grid.text()).isEqualTo("a\nb");
        assertThat(grid.html()).doesNotContain("font-weight:600").endsWith("</table></div>");
    }

    @Test
    void carriesNoColourScriptOrStyleSheet() {
        assertThat(new Grid("t").text("a").row(List.of("b")).note("n").html())
                .doesNotContainPattern(
                        "(?i)<script|<style|background|#[0-9a-f]{3}|rgb|(?<!:inherit;)color:(?!inherit)");
    }

    @Test
    void keepsDollarSignsFromBeingTypeset() {
        assertThat(new Grid("").text("q").row(List.of("$5 dogs and $9")).html())
                .startsWith("<div class=\"tex2jax_ignore mathjax_ignore\"");
    }

    @Test
    void replacesControlCharactersAndWhatTurnsText() {
        Grid grid = new Grid("").text("q").row(List.of("a\u001b[31m\nb\u202Ec\u2028\uD800d"));

        assertThat(grid.text()).isEqualTo("q\na\uFFFD[31m\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    }

    @Test
    void shortensLongCellsByCodePoint() {
        String limit = "\uD83D\uDC36".repeat(Grid.MAX_CELL_CODE_POINTS);

        assertThat(new Grid("").text("q").row(List.of(limit)).text()).endsWith("\n" + limit);
        assertThat(new Grid("").text("q").row(List.of(limit + "x")).text()).endsWith("\n" + limit.substring(2) + "…");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        Grid grid = new Grid("").text("a").text("b");

        assertThatThrownBy(() -> grid.row(List.of("only one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
    }
}
