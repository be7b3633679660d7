package org.clickture.synth;

/** What an image of a generated log shows, as the truth file names it. */
enum Subject {
    /** A dog of a breed. */
    BREED("breed"),
    /** A dog that is a mix of two breeds. */
    MIX("mix"),
    /** A dog of a cross that has a name of its own, such as labradoodle. */
    CROSS("cross"),
    /** A dog of no particular breed. */
    DOG("dog"),
    /** Something else that has the name of a breed. */
    HOMONYM("homonym"),
    /** Something else that is asked for with a dog word. */
    DOG_THING("dog-thing"),
    /** Something else. */
    THING("other");

    private final String key;

    Subject(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
