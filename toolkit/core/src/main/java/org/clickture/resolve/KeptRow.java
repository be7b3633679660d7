package org.clickture.resolve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for a wanted precision.
 *
 * @param wanted the share of right labels that was asked for, in (0, 1]
 * @param threshold what {@link Threshold#forPrecision} makes of it
 * @param coverage the share of all images that is kept, in [0, 1]; NaN if there are none at all
 * @param truePrecision the share of the kept labels that is right; NaN if the truth is not known or nothing is kept
 */
public record KeptRow(double wanted, Threshold threshold, double coverage, double truePrecision) {

    /**
     * A row for each wanted precision.
     *
     * @param truth null if it is not known
     * @throws org.clickture.ClicktureException if an image is not in the truth
     */
    public static List<KeptRow> of(Resolutions resolutions, @Nullable Truth truth, double... wanted) {
        return Arrays.stream(wanted)
                .mapToObj(precision -> of(resolutions, truth, precision))
                .toList();
    }

    private static KeptRow of(Resolutions resolutions, @Nullable Truth truth, double wanted) {
        Threshold threshold = Threshold.forPrecision(resolutions, wanted);
        long right = 0;
        for (int image = 0; truth != null && image < resolutions.images(); image++) {
            boolean kept = resolutions.keeps(image, threshold.minConfidence());
            right += kept && resolutions.right(image, truth) ? 1 : 0;
        }
        return new KeptRow(
                wanted,
                threshold,
                (double) threshold.images() / resolutions.images(),
                truth == null ? Double.NaN : (double) right / threshold.images());
    }
}
