package org.clickture.resolve;

/** What is learned in a pass of the EM: the more that is, the better what holds for all images and labels must be known. */
enum EmStage {
    /**
     * Neither clicks nor how easily each label is named, and each is named nearly as broadly as all: as long as frequent labels are believed too easily, much clicked
     * wrong ones would teach that many clicks are right.
     */
    PLAIN,
    /**
     * Also clicks, how easily each label is named, see {@link EmEase}, and how unlike images of one label are in how broadly they are
     * named, see {@link Audience}.
     */
    COMMON,
    /**
     * Also how broadly each label is named for itself, see {@link EmRelatives}: before it is known how broadly all are, a label would change
     * places with its kinds.
     */
    WHOLE
}
