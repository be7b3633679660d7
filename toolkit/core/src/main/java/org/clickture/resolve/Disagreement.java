package org.clickture.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image for which {@link Method#EM} chooses another label than a rule, with what made it do so. The bits are those of the
 * model, before its confidence is calibrated: what it believed before any query and what each query adds make up the whole.
 *
 * @param imageKey the image
 * @param ruleLabel the label that the rule chooses
 * @param emLabel the label that EM chooses; empty for none of them
 * @param confidence how sure EM is, in [0, 1]
 * @param reasons at least one, the main one first
 * @param bitsBefore what speaks for EM's choice against that of the rule before any query: how frequent the two are
 * @param queries what each query says, sorted by query
 * @param bits what speaks for EM's choice in the end
 */
public record Disagreement(
        String imageKey,
        String ruleLabel,
        Optional<String> emLabel,
        double confidence,
        List<Reason> reasons,
        double bitsBefore,
        List<QueryWeight> queries,
        double bits) {

    public Disagreement {
        reasons = List.copyOf(reasons);
        queries = List.copyOf(queries);
    }

    /** The reasons in words. */
    public String why() {
        return reasons.stream().map(Reason::text).collect(Collectors.joining("; "));
    }
}
