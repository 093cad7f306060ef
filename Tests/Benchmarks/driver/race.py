"""Our side and the peers' in turn, several rounds, so that noise meets both."""

from measure import Missing, Samples


class Contestant:
    """Something that is timed: `measure` gives the samples of one round."""

    def __init__(self, name, measure):
        self.name, self.measure = name, measure
        self.samples, self.missing, self.rounds = Samples(), None, 0

    def run(self, budget):
        """One more round, unless it would take longer than what is left of the budget."""
        spent = sum(self.samples.seconds)
        if self.missing or self.samples.unfinished:
            return
        if self.rounds and spent + spent / self.rounds > budget:
            return
        try:
            self.samples.add(self.measure())
        except Missing as absence:
            self.missing = str(absence)
        self.rounds += 1


class Race:
    """A row of the table that has been measured."""

    def __init__(self, row, ours, peers):
        self.row, self.ours, self.peers = row, ours, peers

    def run(self, rounds, budget):
        for _ in range(rounds):
            for contestant in [self.ours, *self.peers]:
                contestant.run(budget)
        return self

    @property
    def best(self):
        """The fastest peer."""
        present = [peer for peer in self.peers if peer.samples.seconds]
        return min(present, key=lambda peer: peer.samples.least, default=None)

    @property
    def ratio(self):
        """How many times faster we are, by the least times."""
        if not self.best or not self.ours.samples.seconds:
            return None
        return self.best.samples.least / self.ours.samples.least

    @property
    def speed(self):
        """Operations of the products in a second."""
        operations = self.row.operations
        return operations / self.ours.samples.least if operations else None
