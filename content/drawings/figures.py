"""People: faceless stylised figures with jointed limbs and varied dress."""

import math

from .heads import head
from .palette import SKIN, fade, shade
from .pen import Pen, lin

STAND = {"lean": 0, "arms": ((-6, 8), (6, 12)), "legs": ((-3, 0), (4, 0))}
WALK = {"lean": 4, "arms": ((26, 22), (-24, 14)), "legs": ((-20, 12), (24, 6))}
STRIDE = {"lean": 8, "arms": ((-28, 20), (32, 30)), "legs": ((34, 30), (-18, 18))}
POINT = {"lean": 2, "arms": ((-4, 10), (82, 4)), "legs": ((-4, 0), (6, 2))}
REACH = {"lean": 10, "arms": ((50, 30), (58, 26)), "legs": ((-8, 2), (10, 6))}
HOLD = {"lean": 2, "arms": ((22, 78), (18, 82)), "legs": ((-3, 0), (5, 1))}
WRITE = {"lean": 10, "head": 12, "arms": ((26, 72), (30, 62)), "legs": ((-3, 0), (4, 0))}
SIT = {"lean": 6, "head": 8, "arms": ((38, 46), (42, 44)), "legs": ((84, 84), (88, 82))}
SQUAT = {"lean": 26, "arms": ((34, 20), (44, 14)), "legs": ((66, 118), (96, 108))}
STOOP = {"lean": 48, "arms": ((6, 6), (20, 8)), "legs": ((-6, 4), (16, 14))}
DIG = {"lean": 24, "arms": ((34, 22), (12, 34)), "legs": ((-14, 4), (26, 22))}
PHONE = {"lean": 1, "arms": ((-4, 8), (28, 122)), "legs": ((-3, 0), (4, 0))}
BACK = {"lean": 0, "arms": ((6, 6), (6, 6)), "legs": ((3, 0), (3, 0))}
AKIMBO = {"lean": 0, "arms": ((38, -74), (6, 6)), "legs": ((4, 0), (4, 0))}
FOLD = {"lean": 0, "arms": ((14, -96), (14, -96)), "legs": ((3, 0), (3, 0))}


def go(point, length, angle):
    """Step from a joint; angle zero is down, positive forward."""
    a = math.radians(angle)
    return (point[0] + math.sin(a) * length, point[1] + math.cos(a) * length)


def limb(pen: Pen, a, b, wa, wb, fill) -> None:
    """Draw a tapering limb segment with round ends."""
    d = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
    nx, ny = -(b[1] - a[1]) / d, (b[0] - a[0]) / d
    pen.poly(
        [
            (a[0] + nx * wa, a[1] + ny * wa),
            (b[0] + nx * wb, b[1] + ny * wb),
            (b[0] - nx * wb, b[1] - ny * wb),
            (a[0] - nx * wa, a[1] - ny * wa),
        ],
        fill,
    )
    pen.dot(*a, wa, fill)
    pen.dot(*b, wb, fill)


def arm(pen: Pen, joints, look, dark) -> None:
    """Draw an arm with sleeve, cuff, and hand."""
    s, e, w = joints
    top = shade(look["top"], -0.2 if dark else 0)
    skin = shade(look["skin"], -0.14 if dark else 0)
    glove = look.get("glove", "#7fb4c8" if look.get("suit") else skin)
    ahead = go(w, 1.8, math.degrees(math.atan2(w[0] - e[0], w[1] - e[1])))
    limb(pen, w, ahead, 1.9, 2.1, glove)
    fore = skin if look.get("short") else top
    limb(pen, e, w, 2.5, 1.9, fore)
    limb(pen, s, e, 3.5, 2.7, top)
    if not dark:
        pen.line([s, e, w], shade(top, -0.16), 0.5, alpha=0.5)
    if look.get("vest") and not dark:
        mid = ((s[0] + e[0]) / 2, (s[1] + e[1]) / 2)
        pen.dot(*mid, 0.1, top)


def leg(pen: Pen, joints, look, dark, face) -> None:
    """Draw a leg with trousers and shoe."""
    h, k, a = joints
    cloth = shade(look["bottom"], -0.2 if dark else 0)
    shoe = shade(look.get("shoes", "#2c2f33"), -0.12 if dark else 0)
    boots = look.get("boots")
    if face:
        toe = go(a, 0.1, 0)
        pen.blob(
            [
                (a[0] - 2.2, a[1] - 1),
                (a[0] + 2.2, a[1] - 1),
                (toe[0] + 2.8, a[1] + 3),
                (toe[0] - 2.8, a[1] + 3),
            ],
            shoe,
        )
    else:
        pen.blob(
            [
                (a[0] - 2.4, a[1] - 2),
                (a[0] + 2, a[1] - 2),
                (a[0] + 7, a[1] + 1.6),
                (a[0] + 6.6, a[1] + 3),
                (a[0] - 2.6, a[1] + 3),
            ],
            shoe,
        )
    limb(pen, k, a, 3.3, 2.3, boots or cloth)
    limb(pen, h, k, 4.7, 3.5, cloth)


def joints_of(pose, wide, female):
    """Work out every joint for the pose, with the lower foot on the ground."""
    lean = pose["lean"]
    hip = (0.0, 0.0)
    sh = go(hip, -31.5, -lean)
    spread = (8.0 if female else 8.9) if wide else 1.6
    out = {"hip": hip, "sh": sh, "arms": [], "legs": []}
    for i in (0, 1):
        side = (1 if i else -1) if wide else 1
        base = (sh[0] + (spread if i else -spread) * (1 if wide else -0.8), sh[1] + 2.6)
        a, b = pose["arms"][i]
        e = go(base, 15, a * side + (0 if wide else lean * 0.4))
        w = go(e, 14, (a + b) * side + (0 if wide else lean * 0.4))
        out["arms"].append((base, e, w))
        t, k = pose["legs"][i]
        hx = (4.2 if i else -4.2) if wide else (-0.8 if i else 0.8)
        knee = go((hx, 0), 24, t * side)
        out["legs"].append(((hx, 0), knee, go(knee, 22, (t - k) * side)))
    drop = -3 - max(leg_[2][1] for leg_ in out["legs"])
    out["drop"] = drop
    return out


def torso(pen: Pen, look, lean, wide, female) -> None:
    """Draw the upper clothing in the torso's own frame, hips at the origin."""
    top, k = look["top"], (0.9 if female else 1.0)
    if wide:
        half = [(0, -33), (4, -33), (9.2 * k, -31), (10.2 * k, -25), (8.6 * k, -12), (9 * k, 3)]
        pts = half + [(-x, y) for x, y in reversed(half[1:])]
    else:
        pts = [
            (-4, -33),
            (2, -33.4),
            (6, -30),
            (7.4 * k, -22),
            (6.4 * k, -10),
            (6.6, 3),
            (-6.6, 3),
            (-6.2 * k, -10),
            (-7.6, -23),
            (-6.8, -30),
        ]
    with pen.at(rot=lean):
        if look.get("pack"):
            pen.rect(-13 if not wide else -7.5, -30, 9 if not wide else 15, 21, look["pack"], r=4)
        pen.blob(pts, lin(-8, 0, 9, 0, [shade(top, -0.16), top, shade(top, 0.07)]))
        if look.get("vest"):
            vest(pen, look["vest"], pts, wide)
        elif not look.get("plain"):
            pen.line(
                [(3 if not wide else 0, -31), (3 if not wide else 0, 2)], shade(top, -0.3), 0.6
            )
            pen.line([(-6, 1.6), (6, 1.6)], shade(top, -0.25), 0.7, alpha=0.7)
        if look.get("pack") and wide and look.get("behind"):
            pen.rect(
                -8, -31, 16, 23, lin(-8, 0, 8, 0, [look["pack"], shade(look["pack"], -0.2)]), r=4
            )
            pen.rect(-5.5, -18, 11, 8, shade(look["pack"], -0.12), r=2)
        elif look.get("pack"):
            pen.line([(3, -31), (4, -20), (-4, -12)], shade(look["pack"], -0.2), 1.6, smooth=True)


def vest(pen: Pen, color, pts, wide) -> None:
    """Lay a reflective work vest over the torso."""
    with pen.clip(pts, smooth=True):
        pen.rect(-12, -34, 24, 34, color)
        for y in (-18, -9):
            pen.rect(-12, y, 24, 2.6, "#eef0e4")
        for x in (-6.5, 4.5) if wide else (1.5,):
            pen.rect(x, -34, 2, 16, "#eef0e4")
        pen.rect(3, -34, 10, 40, fade("#20262b", 0.13))


def skirt(pen: Pen, look, j, wide) -> None:
    """Draw a long coat's lower part over the thighs."""
    length = look["coat"]
    ks = [joint[1] for joint in j["legs"]]
    lo, hi = min(k[0] for k in ks), max(k[0] for k in ks)
    t = min(1.1, length / 24)
    half = 9 if wide else 7
    right, left = max(half, hi * t + 5.5), min(-half, lo * t - 5)
    pen.poly(
        [
            (-half, -9),
            (half, -9),
            (half + 0.6, 2),
            (right, length - 0.6),
            (right - 1, length),
            (left + 1, length),
            (left, length - 0.6),
            (-half - 0.6, 2),
        ],
        lin(-8, 0, 9, 0, [shade(look["top"], -0.2), look["top"]]),
    )
    pen.line(
        [((left + right) / 2 + 2, 0), ((left + right) / 2 + 3, length - 1)],
        shade(look["top"], -0.25),
        0.5,
    )


def figure(pen: Pen, x, y, h, pose=None, view="side", flip=False, **look):
    """Draw a person standing at (x, y), ``h`` tall; return the hand and head positions."""
    pose = pose or (STAND if view == "side" else BACK)
    look = {
        "top": "#4a6b7c",
        "bottom": "#39424e",
        "skin": SKIN[0],
        "hair": "#2b2624",
        "style": "short",
        "hat": None,
        **look,
    }
    wide, female = view != "side", look.get("female", False)
    j = joints_of(pose, wide, female)
    drop = j["drop"]
    k = h / 100
    with pen.at(x, y, k, flip=flip):
        if not look.get("noshadow"):
            pen.oval(2, -0.3, 17, 2.2, "#101820", alpha=0.22, blur=1.2)
        with pen.at(0, drop):
            if not wide:
                arm(pen, j["arms"][0], look, True)
            for i in (0, 1):
                leg(pen, j["legs"][i], look, i == 0 and not wide, wide)
            if look.get("coat"):
                skirt(pen, look, j, wide)
            torso(pen, {**look, "behind": view == "back"}, pose["lean"], wide, female)
            if wide and view == "back":
                head(pen, j["sh"], pose, look, view)
            for i in (0, 1) if wide else (1,):
                arm(pen, j["arms"][i], look, False)
            if not (wide and view == "back"):
                head(pen, j["sh"], pose, look, view)
    turn = -1 if flip else 1
    spots = {"near": j["arms"][1][2], "far": j["arms"][0][2], "sh": j["sh"]}
    return {n: (x + turn * p[0] * k, y + (p[1] + drop) * k) for n, p in spots.items()}


def crowd(pen: Pen, spots, h, tops, view="back", **look) -> None:
    """Draw several people with varied dress at the given feet positions."""
    for i, (x, y) in enumerate(spots):
        female = pen.rng.random() < 0.4
        figure(
            pen,
            x,
            y,
            h * pen.u(0.94, 1.04),
            view=view,
            flip=pen.rng.random() < 0.5,
            **{
                "top": tops[i % len(tops)],
                "female": female,
                "skin": pen.pick(SKIN),
                "style": pen.pick(("bob", "bun", "pony")) if female else "short",
                "bottom": pen.pick(("#39424e", "#2f3640", "#4a4640")),
                **look,
            },
        )
