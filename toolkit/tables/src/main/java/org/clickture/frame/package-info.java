/**
 * Labelled images as finished Tablesaw tables, for notebooks.
 *
 * <p>Entry point: {@link org.clickture.frame.Frames}:
 *
 * <pre>
 * Frames.dataset(images)                    breed, image_key, clicks, queries
 * Frames.breeds(images)                     rank, breed, images, clicks, image_queries, ambiguous_images, ambiguous_share
 * Frames.ambiguous(images, limit)           image_key, breeds, clicks, entropy_bits, clicks_by_breed
 * Frames.pairs(images)                      breed_1, breed_2, shared_images, jaccard, images_1, images_2
 * Frames.labelsPerImage(images)             breeds, images, share
 * Frames.cutoffs(images)                    at_least, breeds, rows
 * Frames.cutoffs(images, published)         … and published_breeds, published_rows
 * Frames.queries(images, imageKey)          query, clicks, breeds
 * Frames.queriesOfLabel(images, label, n)   query, clicks, images, breeds
 * Frames.rules(images, imageKeys)           image_key, clicks_by_breed, queries_by_breed, one label for each rule
 * Frames.rules(images, truth)               rule, right, wrong, undecided, right_share
 * Frames.funnel(images)                     step, count
 * Frames.funnel(steps)                      step, meaning, fell, left
 * Frames.funnelSample(steps)                step, why, image_key, query, clicks, file, byte_offset
 * Frames.dropped(rows)                      the same columns
 * </pre>
 *
 * <p>and {@link org.clickture.frame.ResolutionFrames} for what methods make of images:
 *
 * <pre>
 * ResolutionFrames.types(types)             type, meaning, images, share, example
 * ResolutionFrames.methods(rows)            method, labelled, ambiguous_labelled, like_em
 * ResolutionFrames.ladder(rows)             method, labelled, precision, accuracy, ambiguous_accuracy, ece, brier
 * ResolutionFrames.scores(reports)          confidence, ece, brier, ambiguous_ece, ambiguous_brier
 * ResolutionFrames.reliability(score)       bin, images, confidence, right
 * ResolutionFrames.kept(rows)               wanted, min_confidence, images, coverage, expected_precision, true_precision
 * ResolutionFrames.disagreements(images, list, n)   image_key, clicks_by_breed, rule, em, confidence, why
 * ResolutionFrames.reasons(list, truth)     reason, meaning, images, em_right, rule_right
 * ResolutionFrames.weights(image, label)    query, clicks, breeds, bits
 * </pre>
 *
 * <p>May use: the root, {@code label} and {@code resolve} (which compute what stands in the tables) and Tablesaw, of which only the
 * columns and the table that holds them: never its joins, group-bys and sums.
 */
@NullMarked
package org.clickture.frame;

import org.jspecify.annotations.NullMarked;
