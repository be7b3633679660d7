package org.clickture.synth;

/**
 * A label that a query can name.
 *
 * @param id its id in the recipe
 * @param name as in the lexicon
 * @param names the name and its aliases; each of them, followed by {@code dog pictures}, is read as this label and no
 *     other. The breed's own name first, if it is among them
 * @param broader id of the broader label that people use for it (retriever for golden retriever), or {@link
 *     RowWriter#NO_LABEL}
 * @param lookAlikes the breeds that it is taken for; may be empty
 */
record Breed(int id, String name, Words names, int broader, WeightedIds lookAlikes) {}
