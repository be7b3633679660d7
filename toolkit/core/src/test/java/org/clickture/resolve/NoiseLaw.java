package org.clickture.resolve;

/** Ways in which clicks go wrong, as settings of {@link SimulatedVotes}. */
enum NoiseLaw {
    /** The published comparison's shape: sources of different reliability, wrong votes by frequency. */
    SOURCES {
        @Override
        void apply(SimulatedVotes law) {
            // The settings as they are.
        }
    },
    /** Wrong votes for any label. */
    UNIFORM {
        @Override
        void apply(SimulatedVotes law) {
            law.byFrequency = 0;
        }
    },
    /** Wrong votes for one of three labels that the true one looks like. */
    LOOK_ALIKE {
        @Override
        void apply(SimulatedVotes law) {
            law.lookAlike = 1;
        }
    },
    /** Wrong votes mostly for the most frequent labels. */
    POPULAR {
        @Override
        void apply(SimulatedVotes law) {
            law.frequencyExponent = 1.6;
        }
    },
    /** Many votes name the broader label. */
    PARENT_FOR_CHILD {
        @Override
        void apply(SimulatedVotes law) {
            law.broadShare = 0.45;
            law.lookAlike = 0.5;
        }
    },
    /** Laymen find half of the images: two in three of their votes name the broader label, of those of others one in seven. */
    TWO_AUDIENCES {
        @Override
        void apply(SimulatedVotes law) {
            law.layBroadShare = 0.65;
            law.broadShare = 0.15;
            law.narrowShare = 0.05;
            law.leastReliable = 0.95;
        }

        /** More than usual: it was 0.365 when labels were believed too soon to be called by their kinds' names. */
        @Override
        double lead() {
            return 0.38;
        }
    },
    /** Many votes name a kind of what the image shows. */
    CHILD_FOR_PARENT {
        @Override
        void apply(SimulatedVotes law) {
            law.narrowShare = 0.15;
            law.byFrequency = 0;
        }
    },
    /** A third of the votes for a label that has kinds name one of these, always the same. */
    ONE_KIND_FOR_PARENT {
        @Override
        void apply(SimulatedVotes law) {
            law.narrowShare = 0.33;
            law.oneKind = true;
            law.byFrequency = 0;
        }
    },
    /** Of one label in nine three in ten of the right votes name another, always the same, which is never called by its name. */
    ONE_WAY_PAIRS {
        @Override
        void apply(SimulatedVotes law) {
            law.pairedShare = 0.3;
            law.byFrequency = 0;
        }
    },
    /** A spelling tool makes one of the forty best known names, always the same, of a quarter of the queries for any other. */
    RESPELLED {
        @Override
        void apply(SimulatedVotes law) {
            law.respelledShare = 0.24;
            law.leastReliable = 0.75;
        }
    },
    /** Likewise of three in ten, where more of the other votes are wrong, too. */
    WELL_KNOWN_FOR_RARE {
        @Override
        void apply(SimulatedVotes law) {
            law.respelledShare = 0.3;
            law.leastReliable = 0.8;
            law.reliabilityExponent = 1;
        }
    },
    /** Images of some labels are named wrongly three times as often as those of others, and of some never. */
    HARD_LABELS {
        @Override
        void apply(SimulatedVotes law) {
            law.hardLabels = true;
            law.byFrequency = 0;
        }
    },
    /** All wrong votes name one of five labels. */
    FAVOURITES {
        @Override
        void apply(SimulatedVotes law) {
            law.favourites = 5;
            law.leastReliable = 0.05;
            law.reliabilityExponent = 1.5;
        }
    },
    /** Queries that hold a label against another. */
    COMPARISON {
        @Override
        void apply(SimulatedVotes law) {
            law.comparisonShare = 0.25;
            law.lookAlike = 0.5;
        }
    },
    /** One query in eight compares labels, and a spelling tool makes well-known names of one in seven others. */
    RESPELLED_AND_COMPARED {
        @Override
        void apply(SimulatedVotes law) {
            law.comparisonShare = 0.12;
            law.respelledShare = 0.15;
            law.lookAlike = 0.5;
            law.leastReliable = 0.98;
        }
    },
    /** Two of five queries hold a label against one that it looks like, which may look like others. */
    LOOK_ALIKES_COMPARED {
        @Override
        void apply(SimulatedVotes law) {
            law.comparisonShare = 0.4;
            law.lookAlike = 1;
            law.leastReliable = 0.6;
        }
    },
    /** One image in five is called by a name that also means something else, in half of its queries: always the same for an image. */
    OTHER_SENSE {
        @Override
        void apply(SimulatedVotes law) {
            law.otherSenseShare = 0.2;
            law.leastReliable = 0.6;
        }
    },
    /** More than a quarter of the queries are machines', each of which has a list of five labels. */
    LISTING_MACHINES {
        @Override
        void apply(SimulatedVotes law) {
            law.listingMachineShare = 0.28;
            law.leastReliable = 0.6;
        }
    },
    /** A machine clicks a wrong query up to five thousand times. */
    BURSTS {
        @Override
        void apply(SimulatedVotes law) {
            law.burstShare = 0.15;
            law.lookAlike = 0.5;
        }
    },
    /** For one image in six a machine comes with several queries that it clicks equally often, more wrong than right ones. */
    MACHINES {
        @Override
        void apply(SimulatedVotes law) {
            law.machineShare = 0.16;
            law.leastReliable = 0.95;
        }

        /** If each of their queries counted for itself, it would be 0.747. */
        @Override
        double lead() {
            return 0.75;
        }
    },
    /** Machines ask likewise, but click each of their queries as often as they like; more searchers are wrong, about look-alikes. */
    RESTLESS_MACHINES {
        @Override
        void apply(SimulatedVotes law) {
            law.machineShare = 0.16;
            law.machineClicksDiffer = true;
            law.lookAlike = 0.5;
            law.leastReliable = 0.8;
        }
    },
    /** Right queries are clicked more, and some images much more than others. */
    CLICKS_KNOW {
        @Override
        void apply(SimulatedVotes law) {
            law.rightClicks = 4;
            law.fame = 1.2;
            law.lookAlike = 0.5;
            law.leastReliable = 0.2;
            law.reliabilityExponent = 1;
        }
    },
    /** Right queries have three times the clicks, wrong ones name popular labels, and all templates are alike. */
    THREE_TIMES_THE_CLICKS {
        @Override
        void apply(SimulatedVotes law) {
            law.rightClicks = 3;
            law.frequencyExponent = 1.3;
            law.leastReliable = 0.75;
            law.reliabilityExponent = 0;
        }

        @Override
        double lead() {
            return 0.03;
        }
    },
    /** Each click goes wrong on its own. */
    EACH_CLICK {
        @Override
        void apply(SimulatedVotes law) {
            law.eachClick = true;
            law.fame = 0.5;
            law.lookAlike = 0.5;
            law.leastReliable = 0.2;
            law.reliabilityExponent = 1;
        }
    },
    /** Few images have wrong votes, those have many, and all for the same label. */
    COMPANY {
        @Override
        void apply(SimulatedVotes law) {
            law.roughShare = 0.3;
            law.oneOther = true;
            law.lookAlike = 0.7;
            law.leastReliable = 0.2;
            law.reliabilityExponent = 1;
        }
    },
    /** One image in ten has nothing but queries for labels that it does not show. */
    JUNK {
        @Override
        void apply(SimulatedVotes law) {
            law.junkShare = 0.1;
            law.byFrequency = 0;
        }
    },
    /** One image in seven is hard to tell: all its queries name any label of a group of eight. Few others are wrong. */
    ANY_OF_A_GROUP {
        @Override
        void apply(SimulatedVotes law) {
            law.groupShare = 0.14;
            law.leastReliable = 0.95;
            law.reliabilityExponent = 1;
            law.byFrequency = 0;
        }
    },
    /** One image in eight is on a page that lists ten labels: two to four of the others are named, each once. */
    LIST_PAGES {
        @Override
        void apply(SimulatedVotes law) {
            law.listedShare = 0.12;
            law.leastReliable = 0.98;
        }

        /** EM finds out only a part of what can be known: exact Bayes is ahead by 0.1. */
        @Override
        double lead() {
            return 0.04;
        }
    },
    /** One image in five looks like one other label, which two in five of its queries name; other wrong ones name popular labels. */
    POOR_PHOTOS {
        @Override
        void apply(SimulatedVotes law) {
            law.poorShare = 0.22;
            law.frequencyExponent = 1.3;
            law.leastReliable = 0.84;
            law.reliabilityExponent = 1;
        }

        /** More than usual: it was 0.09 when rare labels swallowed a part of frequent ones, and images were only rough. */
        @Override
        double lead() {
            return 0.14;
        }
    },
    /** One image in ten goes round: many look for it, more than half of them by a wrong label. Hardly any other is wrong. */
    VIRAL {
        @Override
        void apply(SimulatedVotes law) {
            law.viralShare = 0.1;
            law.leastReliable = 0.95;
            law.reliabilityExponent = 1;
        }
    },
    /** Labels that mean something else: their images show none, and they draw half of the wrong votes. */
    HOMONYM {
        @Override
        void apply(SimulatedVotes law) {
            law.homonymShare = 0.1;
        }
    },
    /** Right queries get lost, and wrong ones name any label. */
    MISSPELLED {
        @Override
        void apply(SimulatedVotes law) {
            law.lostShare = 0.3;
            law.byFrequency = 0;
        }
    },
    /** Some images show a cross of two labels, and none of them. */
    CROSSES {
        @Override
        void apply(SimulatedVotes law) {
            law.crossShare = 0.03;
            law.lookAlike = 1;
            law.roughShare = 0.5;
        }
    },
    /** One query in fourteen speaks of a cross where none is ("poodle cross dog"), one in ten compares look-alikes. */
    CROSS_WORDS {
        @Override
        void apply(SimulatedVotes law) {
            law.crossWordShare = 0.08;
            law.comparisonShare = 0.1;
            law.lookAlike = 1;
            law.leastReliable = 0.8;
            law.reliabilityExponent = 1;
        }
    },
    /** Hardly any template is seen twice. */
    RARE_TEMPLATES {
        @Override
        void apply(SimulatedVotes law) {
            law.templates = 50_000;
        }
    },
    /** A little of everything, and one image in a hundred is clicked for a wrong label only. */
    EVERYTHING {
        @Override
        void apply(SimulatedVotes law) {
            law.lookAlike = 0.5;
            law.broadShare = 0.15;
            law.comparisonShare = 0.1;
            law.burstShare = 0.05;
            law.crossShare = 0.02;
            law.wrongImages = 0.01;
            law.roughShare = 0.6;
            law.rightClicks = 2;
        }
    };

    /** Changes the settings. */
    abstract void apply(SimulatedVotes law);

    /** How far EM is to be ahead of most clicks on ambiguous images: less where these tell much of what can be known. */
    double lead() {
        return 0.05;
    }

    /** The largest calibration error. */
    double mostError() {
        return 0.02;
    }
}
