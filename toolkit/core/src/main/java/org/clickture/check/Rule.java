package org.clickture.check;

import java.util.Locale;

/** What is looked for, the worst first. */
enum Rule {
    RECIPE(Grade.ERROR, "a build refuses the recipe", "mend the line; if it is the path, name a file that is there"),
    LEXICON(Grade.ERROR, "a build refuses the lexicon", "mend the line; if it is the path, name a file that is there"),
    GATE_WORD(Grade.ERROR, "a gate word is one token; a build refuses any other", "write one word without a space"),
    EXCLUSION(Grade.ERROR, "an exclusion without a letter or digit matches nothing; a build refuses it", "remove it"),
    PHRASE(Grade.ERROR, "a phrase without a letter or digit matches nothing; a build refuses it", "remove it"),
    EMPTY_NAME(Grade.ERROR, "a name without a letter or digit matches nothing; a build refuses it", "remove it"),
    TWO_LABELS(
            Grade.ERROR,
            "after normalising, one name would stand for two labels; a build refuses it",
            "leave the name to one of them, or remove it from both"),
    TWO_PLURALS(
            Grade.ERROR,
            "the plural would stand for two labels; a build refuses it",
            "write the plural as an alias of one of them, or set `plural: false`"),
    NO_SUCH_KIND(
            Grade.ERROR, "no line of the lexicon has this kind, so it chooses nothing", "write a kind that is there"),
    HOMONYMS(
            Grade.ERROR,
            "the file of homonyms cannot be used",
            "mend the line; if it is the path, name a file that is there"),
    HOMONYM_TWICE(
            Grade.ERROR,
            "the term stands in two lines, so the file of homonyms cannot be used",
            "make one line of the two"),
    COMPILES_NOT(Grade.ERROR, "a build refuses the recipe", "mend the line"),

    ORDINARY_WORD(
            Grade.RISK,
            "a single word that people also use for other things labels their images too",
            "require a second word by the gate, write a longer name, or list it as a homonym"),
    SHORT_NAME(
            Grade.RISK,
            "names of one or two characters, and numbers, turn up in queries by chance",
            "write a longer name, such as one with the make or the kind in it"),
    NAMES_INSIDE_NAMES(
            Grade.RISK,
            "with `match: all`, a query for the longer name gets the shorter one's label too",
            "set `match: longest`, unless both labels are right"),
    NAMES_ACROSS_NAMES(
            Grade.RISK,
            "with `match: all`, a query that runs from one name into the other gets both labels",
            "set `match: longest`, unless both labels are right"),
    PLURAL_IS_NAME(
            Grade.RISK,
            "the plural is written as a name of another label and counts for that one",
            "check that people mean the other label by it"),
    NAME_IS_GATE(
            Grade.RISK,
            "the name is made of gate words: it passes the gate by itself, whatever the query is about",
            "write a longer name, or take the word out of the gate"),
    EXCLUSION_HIDES_NAME(
            Grade.RISK,
            "an exclusion is part of the name: queries for it never count",
            "write a longer exclusion, or remove the name"),
    OTHER_KIND(
            Grade.RISK,
            "a line that the recipe's `kinds` leave out has the same name, so its images count for this label",
            "leave the name to the line that means it, or let the other kind take part"),
    NO_SUCH_PARENT(
            Grade.RISK,
            "the parent is in no line of the lexicon, so nothing can be learned from it",
            "write the parent as its own line has it, or leave it empty"),
    PARENT_CIRCLE(Grade.RISK, "a label cannot be broader than itself", "remove one of the parents"),
    HOMONYM_NO_NAME(
            Grade.RISK,
            "the term is no name of the lexicon, so its line does nothing",
            "write the term as a name has it, or remove the line"),
    HOMONYM_UNUSED(
            Grade.RISK,
            "a gate word is part of the name, so queries for its other meaning pass the gate; the recipe does not use "
                    + "the file that would keep them from the label",
            "name the file as `homonyms` in the recipe and what speaks for its labels as `context`; or write exclusions, "
                    + "or remove the name"),
    HOMONYM_WITHOUT_CONTEXT(
            Grade.RISK,
            "a strong homonym counts where a phrase of `context` speaks for it; the recipe has none, so it counts only beside "
                    + "another label",
            "write what speaks for the labels as `context`, or call these weak"),

    WORD_BEHIND_GATE(
            Grade.NOTE,
            "people use this word for other things, but the gate keeps out the queries that we know",
            "keep the gate narrow"),
    LONGER_NAMES(
            Grade.NOTE,
            "the longest name wins; a longer one that is misspelt or cut short counts for the shorter one",
            "nothing, if the shorter label is the broader one; else add the misspellings"),
    GATE_IN_NAMES(
            Grade.NOTE, "a query with such a name always passes the gate", "nothing, if these names mean nothing else"),
    HOMONYM_PASSES_GATE(
            Grade.NOTE,
            "a gate word is part of the strong homonym and does not speak for it: a query that holds nothing else that does "
                    + "passes the gate and gets no label",
            "nothing, if the name alone hardly ever means the label; else call it weak, or add to `context` what speaks "
                    + "for it, such as `* nest`"),
    MARKED_NOT_LISTED(
            Grade.NOTE,
            "the lexicon marks them as homonyms, but the file of homonyms does not have them",
            "add their lines"),
    PARENT_LEFT_OUT(
            Grade.NOTE,
            "the broader labels are in the lexicon, but no kind that takes part",
            "nothing, or let their kind take part"),
    NO_ALIASES(Grade.NOTE, "people have other names and spellings for most things", "add the frequent ones"),
    NEEDLESS_ALIAS(
            Grade.NOTE,
            "the alias is found without being written: it is the same after normalising, or the plural",
            "remove it, or leave it");

    private final Grade grade;
    private final String why;
    private final String remedy;

    Rule(Grade grade, String why, String remedy) {
        this.grade = grade;
        this.why = why;
        this.remedy = remedy;
    }

    Grade grade() {
        return grade;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Finding finding(String file, long line, String what) {
        return new Finding(grade.key(), key(), file, line, what, why, remedy);
    }
}
