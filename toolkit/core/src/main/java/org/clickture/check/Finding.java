package org.clickture.check;

/**
 * Something that was found in a recipe, its lexicon or its homonyms.
 *
 * @param grade {@code error}, {@code risk} or {@code note}
 * @param rule what was looked for; findings of one rule have the grade, {@code why} and {@code remedy} in common
 * @param file the file that it is about
 * @param line the line in that file, the first is 1; 0 = the file as a whole
 * @param what what was found; holds text of the files
 * @param why why it matters
 * @param remedy what to do
 */
public record Finding(String grade, String rule, String file, long line, String what, String why, String remedy) {

    /** Whether it is an error. */
    public boolean error() {
        return grade.equals(Grade.ERROR.key());
    }
}
