package org.clickture.run;

import java.util.Locale;
import java.util.Optional;
import org.clickture.Counts;
import org.clickture.MalformedReason;
import org.clickture.lexicon.Plurals;
import org.clickture.store.Store;

/** Says why a store holds no image, as far as that can be seen. */
final class EmptyStore {

    private EmptyStore() {}

    /** @param utf16 the name of a file of the log that seems to be UTF-16 */
    static String why(Store store, Optional<String> utf16) {
        Counts counts = store.counts();
        return String.format(
                Locale.ROOT,
                "%s holds no image: the log has %s, %,d of them malformed, and %,d with a query that passes the gate; %s",
                store.folder(),
                Plurals.counted(counts.rows(), "row"),
                counts.malformedRows(),
                counts.gated(),
                utf16.map(file -> file + " looks like UTF-16, a log must be UTF-8: convert it, such as with"
                                + " iconv -f UTF-16 -t UTF-8, and build again")
                        .orElseGet(() -> advice(store, counts)));
    }

    private static String advice(Store store, Counts counts) {
        if (counts.rows() == 0) {
            return "check that it is the right file";
        }
        String columns = store.manifest().columns();
        if (counts.malformed().getOrDefault(MalformedReason.FIELDS, 0L) == counts.rows()) {
            return "no row has the fields " + columns + " with TABs between, see 'clickture summary " + store.folder()
                    + "'; --columns names every field of a row, in their order, - for one that is not read";
        }
        return counts.malformedRows() == counts.rows()
                ? "'clickture summary " + store.folder() + "' shows some of them; are the fields " + columns
                        + "? If not, name them with --columns"
                : "'clickture funnel --store " + store.folder()
                        + "' shows which rows fell out at which step; check the recipe's gate and lexicon, and whether the"
                        + " fields are " + columns + " (--columns)";
    }
}
