package org.clickture.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts things and names the first ones. */
final class Listing {

    private static final int SHOWN = 3;

    private Listing() {}

    /** Such as {@code 5 names (a, b, c, ...)}, with the words for one thing or for several. */
    static <T> String of(List<T> things, Function<? super T, String> text, String one, String several) {
        String shown = things.stream().limit(SHOWN).map(text).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%,d %s (%s%s)",
                things.size(),
                things.size() == 1 ? one : several,
                shown,
                things.size() > SHOWN ? ", ..." : "");
    }
}
