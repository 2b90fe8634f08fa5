"""Heads, hair, hats, and masks of the figures."""

from .palette import shade
from .pen import Pen, lin


def head(pen: Pen, sh, pose, look, view) -> None:
    """Draw neck and head above the shoulder point."""
    turn = pose.get("head", 0) + pose["lean"] * 0.6
    skin = look["skin"]
    with pen.at(sh[0], sh[1], rot=turn):
        pen.rect(-2.3, -5.5, 5, 7.5, shade(skin, -0.18), r=2)
        if look.get("suit"):
            hood(pen, look, view)
            return
        collar = shade(look["top"], 0.18 if not look.get("vest") else -0.1)
        if view == "side":
            pen.poly([(-3.6, -0.6), (3.6, -2.4), (5, 1.6), (-3.6, 1.8)], collar)
        elif view == "front":
            pen.poly([(-4, -1.4), (0, 3.5), (4, -1.4), (5, 1.5), (0, 7), (-5, 1.5)], collar)
        else:
            pen.rect(-4.4, -2.2, 8.8, 3.2, collar, r=1.5)
        with pen.at(0.6 if view == "side" else 0, -10.5):
            if look["style"] in ("long", "pony") and view != "back":
                back_hair(pen, look, view)
            face(pen, look, view)
            hair(pen, look, view)
            if look.get("mask") and view != "back":
                mask(pen, view)
            if look.get("hat"):
                HATS[look["hat"]](pen, look.get("hatcolor"), view)


def face(pen: Pen, look, view) -> None:
    """Draw the plain face."""
    skin = look["skin"]
    if view == "side":
        pen.blob(
            [
                (-4.6, -4),
                (0, -6.9),
                (4.8, -4.4),
                (5.4, -0.6),
                (6.2, 1),
                (5.2, 2),
                (4.6, 5.4),
                (1.6, 6.7),
                (-2.4, 4.6),
                (-5, 0.5),
            ],
            lin(-5, 0, 6, 0, [shade(skin, -0.14), skin]),
        )
        pen.oval(-1.2, 1, 1.2, 1.8, shade(skin, -0.2))
    elif view == "front":
        pen.blob(
            [
                (-5.2, -2),
                (-4.4, -5.6),
                (0, -7),
                (4.4, -5.6),
                (5.2, -2),
                (4.4, 3.4),
                (0, 6.9),
                (-4.4, 3.4),
            ],
            lin(-5, 0, 5, 0, [skin, skin, shade(skin, -0.12)]),
        )
        pen.oval(-5.2, 0.4, 1, 1.7, shade(skin, -0.1))
        pen.oval(5.2, 0.4, 1, 1.7, shade(skin, -0.16))
    else:
        pen.oval(0, 0, 5.3, 6.8, shade(skin, -0.1))
        pen.oval(-5.3, 0.6, 1, 1.7, shade(skin, -0.12))
        pen.oval(5.3, 0.6, 1, 1.7, shade(skin, -0.12))


def back_hair(pen: Pen, look, view) -> None:
    """Draw hair that falls behind the head."""
    tone = shade(look["hair"], -0.1)
    if look["style"] == "pony" and view == "side":
        pen.blob([(-4, -4), (-9, -3), (-10.5, 4), (-9, 10), (-7.6, 4), (-5, 0)], tone)
    elif look["style"] == "long":
        pen.blob(
            [
                (-6, -4),
                (6 if view == "front" else 1, -4),
                (6.5 if view == "front" else 0, 10),
                (0 if view == "front" else -3, 11),
                (-7, 10),
            ],
            tone,
        )


def hair(pen: Pen, look, view) -> None:
    """Draw the hair over the head."""
    tone, style = look["hair"], look["style"]
    if style == "bald":
        return
    if view == "side":
        low = {"bob": 5.5, "long": 8}.get(style, 2.2)
        pen.blob(
            [
                (4.8, -4.2),
                (3.6, -7.2),
                (-1, -8.4),
                (-5.4, -6),
                (-6.6, -1),
                (-6, low),
                (-3.2, low + 0.4),
                (-2.6, 0.6),
                (-0.6, -1.8),
                (1.4, -3.8),
            ],
            tone,
        )
        if style == "bun":
            pen.dot(-7, -3.4, 2.9, tone)
    elif view == "front":
        low = {"bob": 5, "long": 7}.get(style, -0.6)
        pen.blob(
            [
                (-6, low),
                (-6.4, -3),
                (-3.6, -7.8),
                (1, -8.6),
                (5, -7),
                (6.4, -3),
                (6, low),
                (4.9, low - 1),
                (4.6, -2.6),
                (1.6, -4.4),
                (-3, -3.4),
                (-4.8, -2),
                (-4.9, low - 1),
            ],
            tone,
        )
        if style == "bun":
            pen.dot(0.5, -9, 2.8, tone)
    else:
        low = {"bob": 6.5, "long": 12}.get(style, 4.4)
        pen.blob(
            [
                (-5.8, low - 2),
                (-6.2, -2),
                (-4, -7.4),
                (0, -8.4),
                (4, -7.4),
                (6.2, -2),
                (5.8, low - 2),
                (3, low),
                (0, low + 0.6),
                (-3, low),
            ],
            tone,
        )
        if style == "bun":
            pen.dot(0, -4.5, 3.3, shade(tone, 0.12))
        if style == "pony":
            pen.blob([(-2, -2), (2, -2), (2.4, 6), (0.4, 13), (-2, 7)], shade(tone, 0.1))
    pen.line(
        [(-4, -6.4), (-0.5, -7.4), (2.4, -6.8)], shade(tone, 0.22), 0.7, smooth=True, alpha=0.7
    )


def mask(pen: Pen, view) -> None:
    """Draw a face mask."""
    if view == "side":
        pen.blob([(0.4, 1.2), (5.8, -0.2), (6.6, 2.2), (5, 5.8), (2.4, 6.4)], "#dfeaf0")
        pen.line([(0.6, 2), (-1.6, 0.4)], "#c7d6de", 0.6)
    else:
        pen.blob([(-4.6, 0), (0, -0.6), (4.6, 0), (4.2, 4), (0, 6.6), (-4.2, 4)], "#dfeaf0")
        pen.line([(-3.6, 2.4), (3.6, 2.4)], "#bccdd6", 0.5)


def hood(pen: Pen, look, view) -> None:
    """Draw the hood, goggles, and respirator of a protective suit."""
    white = look["top"]
    with pen.at(0.6 if view == "side" else 0, -10.2):
        pen.blob(
            [(-6.8, 6), (-7.2, -2), (-4.4, -7.8), (1, -8.8), (6, -6.4), (7, 0), (6, 6.4), (0, 8.4)],
            lin(-7, 0, 7, 0, [shade(white, -0.16), white]),
        )
        if view == "back":
            return
        cx = 2.6 if view == "side" else 0
        pen.oval(cx, 0, 4.2, 5.2, look["skin"])
        pen.rect(cx - 4.6, -3.6, 9.2, 3.8, "#6f9db3", r=1.7)
        pen.rect(cx - 3.4, -3, 3, 1.1, "#d5e8ef", r=0.5)
        pen.oval(cx + 0.8, 3, 3.8, 2.9, "#eef3f5")


def hardhat(pen: Pen, color, view) -> None:
    """Draw a safety helmet."""
    color = color or "#f0b429"
    pen.blob(
        [(-6.8, -2.6), (-6.2, -7), (-1.6, -10.2), (3.4, -9.2), (6.4, -5.6), (6.8, -2.8)],
        lin(-6, 0, 7, 0, [shade(color, -0.16), color, shade(color, 0.2)]),
    )
    reach = 9.6 if view == "side" else 7.6
    pen.rect(-7.4, -3.7, 7.4 + reach, 1.9, shade(color, -0.12), r=0.9)
    pen.line([(-1.6, -9.8), (-0.4, -4)], shade(color, -0.2), 0.8)


def straw(pen: Pen, color, view) -> None:
    """Draw a wide straw hat."""
    color = color or "#e3c27c"
    pen.blob([(-7, -3.6), (-5.6, -8.4), (0, -11.4), (5.6, -8.4), (7, -3.6)], shade(color, 0.12))
    pen.blob([(-14, -2.4), (-6, -5), (0, -5.6), (6, -5), (14, -2.4), (0, -1.4)], color)
    pen.line([(-6.4, -5.4), (0, -5), (6.4, -5.4)], "#8c4a35", 1.1, smooth=True)


def cap(pen: Pen, color, view) -> None:
    """Draw a peaked cap."""
    color = color or "#27455f"
    pen.blob([(-6.4, -3), (-6, -7), (-1, -9.2), (4.4, -8), (6.2, -4)], color)
    if view == "side":
        pen.blob([(4, -5), (10, -3.2), (10, -2.4), (4, -3)], shade(color, -0.3))
    elif view == "front":
        pen.blob([(-5.6, -4), (0, -5), (5.6, -4), (0, -2)], shade(color, -0.3))
    pen.line([(-6.3, -3.6), (6, -4)], shade(color, 0.2), 0.8)


def beanie(pen: Pen, color, view) -> None:
    """Draw a knitted hat."""
    color = color or "#a4453a"
    pen.blob([(-6.6, -2), (-6.2, -7), (0, -10), (6, -7), (6.4, -3)], color)
    pen.rect(-6.9, -4.2, 13.4, 2.8, shade(color, -0.18), r=1.2)


def helmet(pen: Pen, color, view) -> None:
    """Draw a cycling helmet."""
    color = color or "#e8e2d0"
    pen.blob([(-7, -3), (-6, -8), (0, -10.4), (6, -8), (8, -3.6), (0, -4.6)], color)
    for dx in (-3, 0.5, 4):
        pen.line([(dx, -9), (dx + 1.4, -5)], shade(color, -0.5), 1)


def coil(pen: Pen, color, view) -> None:
    """Draw a winter fur hat or hood rim."""
    color = color or "#5b4a3e"
    pen.blob([(-7.6, 3), (-7.6, -6), (0, -10.6), (7, -7), (7.4, -3), (-2, -3.6), (-3, 4)], color)


HATS = {
    "hardhat": hardhat,
    "straw": straw,
    "cap": cap,
    "beanie": beanie,
    "helmet": helmet,
    "fur": coil,
}
