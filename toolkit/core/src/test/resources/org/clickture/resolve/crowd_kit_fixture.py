"""Made crowd-kit.tsv beside this script: votes and what crowd-kit 1.4.2 makes of them. Needs crowd-kit from PyPI.

Run: python crowd_kit_fixture.py > crowd-kit.tsv
Columns: task, worker, label (a vote each), then a second table after an empty line: task, majority vote,
Dawid-Skene after 10 iterations, its posterior of that label.
"""
import random

import pandas
from crowdkit.aggregation import DawidSkene, MajorityVote

random.seed(20)
labels = ["a", "b", "c", "d"]
workers = ["w%02d" % i for i in range(12)]
skill = {worker: random.uniform(0.35, 0.95) for worker in workers}
votes = []
for i in range(150):
    truth = random.choice(labels)
    for worker in random.sample(workers, 5):
        label = truth if random.random() < skill[worker] else random.choice(labels)
        votes.append(("t%03d" % i, worker, label))
frame = pandas.DataFrame(votes, columns=["task", "worker", "label"])
majority = MajorityVote().fit_predict(frame)
model = DawidSkene(n_iter=10, tol=-1)
dawid_skene = model.fit_predict(frame)
shares = model.probas_
for vote in votes:
    print("\t".join(vote))
print()
counts = frame.groupby(["task", "label"]).size()
for task in sorted(dawid_skene.index):
    tallies = counts[task]
    tie = (tallies == tallies.max()).sum() > 1
    # crowd-kit decides ties of majority vote by the first label it meets: they are no fixture.
    print("\t".join([task, "" if tie else majority[task], dawid_skene[task], "%.9f" % shares.loc[task, dawid_skene[task]]]))
