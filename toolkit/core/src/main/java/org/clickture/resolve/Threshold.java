package org.clickture.resolve;

import java.util.Arrays;

/**
 * From which confidence on images are kept so that a share of them is right.
 *
 * @param minConfidence images with a label and at least this confidence are kept; above 1 if none can be
 * @param images how many that are
 * @param precision the share of them that is expected to be right: the mean of their confidences; NaN without images
 */
public record Threshold(double minConfidence, long images, double precision) {

    /** What a mean of confidences may lack to the wanted one because their sum is rounded. */
    private static final double ROUNDING = 1e-9;

    /**
     * The lowest threshold at which the expected precision is met. It is worth what the confidences are: calibrated ones
     * come from {@link Method#EM} only.
     *
     * @param precision in (0, 1]
     */
    public static Threshold forPrecision(Resolutions resolutions, double precision) {
        double[] confidences = new double[resolutions.images()];
        int labelled = 0;
        for (int image = 0; image < confidences.length; image++) {
            if (resolutions.label(image).isPresent()) {
                confidences[labelled++] = resolutions.confidence(image);
            }
        }
        Arrays.sort(confidences, 0, labelled);
        Threshold best = new Threshold(Math.nextUp(1.0), 0, Double.NaN);
        double sum = 0;
        for (int i = labelled - 1; i >= 0; i--) {
            sum += confidences[i];
            int kept = labelled - i;
            if ((i == 0 || confidences[i - 1] < confidences[i]) && sum >= (precision - ROUNDING) * kept) {
                best = new Threshold(confidences[i], kept, sum / kept);
            }
        }
        return best;
    }
}
