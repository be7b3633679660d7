package org.clickture.scan;

/** A search that goes through the blocks once for their structure and once more for each two prefixes. */
abstract class PairSearch extends BlockSearch {

    final GatePrefixes prefixes;

    PairSearch(GatePrefixes prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    final void search(byte[] bytes, int from, int blocks) {
        searchStructure(bytes, from, blocks);
        for (int prefix = 0; prefix < prefixes.count(); prefix += 2) {
            searchPair(bytes, from, blocks, prefix, Math.min(prefix + 1, prefixes.count() - 1));
        }
    }

    /** Sets the bits of line feeds and TABs, and as hits those of bytes of 0x80 or more. */
    abstract void searchStructure(byte[] bytes, int from, int blocks);

    /** Adds the places of two prefixes to the hits; the second may be the first once more. */
    abstract void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB);
}
