package org.clickture.scan;

/**
 * The search for many prefixes: one table for each of their bytes says which prefixes have that byte there. Takes the
 * structure from another search. (After the buckets of Hyperscan's Teddy, with a bit for each prefix instead of eight.)
 */
final class TableSearch extends BlockSearch {

    private final BlockSearch structure;
    private final long[][] tables = new long[GatePrefixes.MAX_BYTES][256];

    /**
     * Searches for prefixes.
     *
     * @param structure finds line feeds, TABs and high bytes
     * @param prefixes beyond 64 several share a bit
     */
    TableSearch(BlockSearch structure, GatePrefixes prefixes) {
        this.structure = structure;
        for (int prefix = 0; prefix < prefixes.count(); prefix++) {
            for (int i = 0; i < GatePrefixes.MAX_BYTES; i++) {
                boolean has = prefixes.place(prefix, i) == i;
                for (int b = 0; b < tables[i].length; b++) {
                    if (!has || (b | GatePrefixes.CASE_BIT) == prefixes.value(prefix, i)) {
                        tables[i][b] |= 1L << prefix;
                    }
                }
            }
        }
    }

    @Override
    void search(byte[] bytes, int from, int blocks) {
        structure.search(bytes, from, blocks);
        System.arraycopy(structure.lineFeeds, 0, lineFeeds, 0, blocks);
        System.arraycopy(structure.tabs, 0, tabs, 0, blocks);
        long[] first = tables[0];
        long[] second = tables[1];
        long[] third = tables[2];
        for (int block = 0, at = from; block < blocks; block++) {
            long hit = 0;
            for (int i = 0; i < BLOCK_BYTES; i++, at++) {
                long alive = first[bytes[at] & 0xFF] & second[bytes[at + 1] & 0xFF] & third[bytes[at + 2] & 0xFF];
                hit |= ((alive | -alive) >>> 63) << i;
            }
            hits[block] = structure.hits[block] | hit;
        }
    }
}
