package org.clickture;

/** How the names of a lexicon are found among the tokens of a query. */
public enum MatchPolicy {
    /** Left to right, the longest name that starts at a token wins and matching goes on behind it. */
    LONGEST,
    /** Every name that occurs counts, also inside and across others. */
    ALL
}
