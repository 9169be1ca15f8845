"""Are damaged files of every format articles or refusals, and nothing else? (`make fuzz` reads many more.)"""

from tests.reading.fuzzing import run, samples


def test_damaged_files():
    """Of some hundred damaged files none raises anything but ReadError or takes long."""
    outcome = run(20 * len(samples()), seed=5)
    assert outcome.failures == []
    assert outcome.count == 20 * len(samples())
    assert outcome.slowest[0] < 10


def test_every_format_takes_part():
    """Each format has damaged files that still open, so that the readers themselves are tried."""
    outcome = run(20 * len(samples()), seed=6)
    assert set(outcome.opened) == {ending for ending, _ in samples()}
