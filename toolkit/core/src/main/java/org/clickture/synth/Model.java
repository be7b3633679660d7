package org.clickture.synth;

/**
 * Everything that stays the same from image to image of one log. Immutable, safe for use by several threads.
 *
 * @param request what is to be made
 * @param shapes what images show and how many rows they have
 * @param breeds the lexicon's breeds
 * @param dogs queries about dogs
 * @param things queries about other things
 * @param homonyms queries for the other sense of dog names
 * @param clicks number of clicks of a triad
 * @param laws by which clicks on images of a breed go wrong
 */
record Model(
        SynthRequest request,
        ImageShapes shapes,
        Breeds breeds,
        DogQueries dogs,
        ThingQueries things,
        HomonymQueries homonyms,
        Law clicks,
        LawMix laws) {

    /**
     * Prepares a log.
     *
     * @throws org.clickture.ClicktureException if the lexicon or a knob cannot be used
     */
    static Model of(SynthRequest request) {
        Theme theme = Theme.of(request.lexicon());
        Breeds breeds = new Breeds(theme, (int) request.value(Knob.BREEDS));
        ImageShapes shapes = new ImageShapes(request, !breeds.crosses().isEmpty(), theme.dogs());
        double rows = request.size().rows().isPresent()
                ? request.size().rows().getAsLong()
                : request.size().images().orElseThrow() * shapes.meanRows();
        return new Model(
                request,
                shapes,
                breeds,
                new DogQueries(theme),
                new ThingQueries(
                        theme.others(BackgroundQueries.all()),
                        rows * shapes.thingRowShare(),
                        request.value(Knob.ROWS_PER_QUERY)),
                new HomonymQueries(breeds),
                Law.powerLaw(request.value(Knob.CLICK_EXPONENT)),
                new LawMix(request));
    }
}
