package org.clickture.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.clickture.synth.Knob;
import org.clickture.synth.NoiseLaw;

/** What can be set about a generated log. */
final class SynthKnobs {

    private SynthKnobs() {}

    /** Knobs, with the default and whether that is published or assumed. */
    static void print(PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("knob", "default", "from", "to", "source", "meaning"));
        for (Knob knob : Knob.values()) {
            rows.row(
                    knob.key(),
                    plain(knob.standard()),
                    plain(knob.min()),
                    plain(knob.max()),
                    knob.published() ? "published" : "assumed",
                    knob.meaning());
        }
        rows.end();
    }

    /** Laws of noise, with the strength that they have if none is given. */
    static void printLaws(PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("law", "default", "meaning of its strength"));
        for (NoiseLaw law : NoiseLaw.values()) {
            rows.row(law.key(), plain(law.standard()), law.meaning());
        }
        rows.end();
    }

    /** All digits, no exponent. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
