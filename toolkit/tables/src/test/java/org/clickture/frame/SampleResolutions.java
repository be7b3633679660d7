package org.clickture.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clickture.ImageCursor;
import org.clickture.resolve.LabelTree;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.Method;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.Truth;
import org.clickture.resolve.Votes;

/**
 * What the methods make of {@link SampleImages}, with a truth: every image shows its first label.
 *
 * @param images the images
 * @param resolved what each method makes of them
 * @param truth what they show
 */
public record SampleResolutions(SampleImages images, Map<Method, Resolutions> resolved, Truth truth) {

    public static SampleResolutions of(SampleImages images) {
        Votes.Builder votes = new Votes.Builder(images.labels());
        Map<String, String> truth = new HashMap<>();
        ImageCursor cursor = images.images();
        while (cursor.next()) {
            votes.image(cursor.imageKey());
            for (int i = 0; i < cursor.size(); i++) {
                votes.vote("{} dog", false, cursor.clicks(i), cursor.labelId(i));
            }
            truth.put(cursor.imageKey(), images.labels().get(cursor.labelId(0)));
        }
        return new SampleResolutions(
                images, Method.resolveAll(votes.build(), LabelTree.of(images.labels(), List.of())), Truth.of(truth));
    }

    public Resolutions by(Method method) {
        return Objects.requireNonNull(resolved.get(method));
    }

    public List<LadderRow> ladder() {
        return LadderRow.of(resolved, truth);
    }

    public long ambiguous() {
        return images.counts().ambiguous();
    }
}
