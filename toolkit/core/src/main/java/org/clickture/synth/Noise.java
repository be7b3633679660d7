package org.clickture.synth;

/** What was planted against the truth of an image, as the truth file names it. */
enum Noise {
    NONE(""),
    /** Some clicks for a breed that it is taken for. */
    LOOK_ALIKE("look-alike"),
    /** Some clicks for any breed. */
    ANY("any"),
    /** Some clicks for a breed that many ask for. */
    POPULAR("popular"),
    /** Some clicks for a broader name, such as retriever. */
    BROAD("broad"),
    /** A query that compares two breeds. */
    COMPARISON("comparison"),
    /** A query for a mix of two breeds. */
    MIX("mix"),
    /** All clicks for a breed are for a wrong one. */
    WRONG("wrong"),
    /** Very many clicks of a machine for a wrong breed. */
    BURST("burst"),
    /** A dog word in a query for something else that has the name of a breed. */
    HOMONYM("homonym");

    private final String key;

    Noise(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether it gives an image of a breed a second one. */
    boolean makesSeveralBreeds() {
        return this != NONE && this != WRONG && this != HOMONYM;
    }
}
