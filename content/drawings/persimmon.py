"""A leafless persimmon tree under frost, its last fruit still hanging."""

from .figures import go
from .palette import shade
from .pen import Pen, lin

FROST = "#f1f4ee"
BARK = "#4a3b36"


def persimmon(pen: Pen) -> None:
    """An old persimmon tree leaning over the shore, leafless, its fruit rimed."""
    left = [(60, 3390), (118, 3230), (168, 2900), (118, 2400), (236, 1900), (206, 1460)]
    right = [(298, 1460), (352, 1880), (228, 2400), (296, 2900), (262, 3230), (350, 3390)]
    pen.blob(left + right, lin(100, 0, 330, 0, [shade(BARK, 0.12), BARK, shade(BARK, -0.25)]))
    for lean, wide in ((12, 15), (34, 6)):
        rime = [(x + lean, y) for x, y in left[1:]]
        pen.line(rime, FROST, wide, smooth=True, alpha=0.5)
    tips: list[tuple[float, float]] = []
    for x, y, length, angle, width in (
        (250, 1500, 400, 98, 84),
        (318, 1880, 360, 40, 58),
        (286, 1660, 420, 62, 66),
    ):
        branch(pen, x, y, length, angle, width, 6, tips)
    for x, y in sorted(tips, key=lambda tip: tip[1]):
        if pen.rng.random() < 0.3 and -20 < x < 1500:
            fruit(pen, x, y + 26, pen.u(25, 36))


def branch(pen, x, y, length, angle, width, depth, tips) -> None:
    """Grow one crooked branch with frost along its upper side; note where fruit may hang."""
    bend = angle + pen.u(-14, 14)
    mid = go((x, y), length * 0.5, 90 + bend)
    tip = go(mid, length * 0.5, 90 + angle)
    pen.line([(x, y), mid, tip], BARK, max(5, width), smooth=True)
    pen.line(
        [(x, y - width * 0.34), (mid[0], mid[1] - width * 0.42), tip],
        FROST,
        max(3, width * 0.16),
        smooth=True,
        alpha=0.85,
    )
    if depth < 4:
        tips.append(tip)
    if depth == 1:
        return
    for turn in (pen.u(14, 38), -pen.u(14, 38)):
        branch(pen, *tip, length * pen.u(0.62, 0.8), angle + turn, width * 0.62, depth - 1, tips)


def fruit(pen: Pen, x: float, y: float, r: float) -> None:
    """One ripe persimmon with its calyx and a cap of frost."""
    pen.line([(x, y - r * 1.5), (x, y - r * 0.7)], BARK, 5)
    pen.oval(
        x, y, r * 1.08, r * 0.94, lin(x - r, y - r, x + r, y + r, ["#f79a3a", "#e56a1f", "#b8431a"])
    )
    pen.oval(x - r * 0.36, y - r * 0.2, r * 0.3, r * 0.24, "#ffc27a", alpha=0.85)
    for side in (-1, 1):
        pen.blob(
            [
                (x, y - r * 0.86),
                (x + side * r * 0.62, y - r * 0.94),
                (x + side * r * 0.3, y - r * 0.62),
            ],
            "#6f6a3c",
        )
    pen.blob(
        [
            (x - r * 0.6, y - r * 0.8),
            (x, y - r * 1.04),
            (x + r * 0.6, y - r * 0.8),
            (x, y - r * 0.66),
        ],
        FROST,
        alpha=0.9,
    )
