"""Charts of the sample issues: concentrations, water classes, good-air days."""

from .finish import scene
from .lettering import label, width
from .palette import fade, mix
from .pen import lin

PAPER, INK, SOFT, GREEN = "#fbf8f0", "#1f3b33", "#5d6f68", "#1f6b54"
PALE, WARM, RED, LINE = "#c9d8cc", "#d98e3a", "#b5452f", "#d9d6c8"

SOURCE = "数据来源：省生态环境监测中心"

PM25 = [
    ("云峤市", 27, 32),
    ("临汐市", 34, 41),
    ("沧浦市", 45, 54),
    ("丹陂市", 46, 57),
    ("栖川市", 48, 57),
    ("石泓市", 50, 60),
    ("澄州市", 52, 64),
    ("望津市", 53, 65),
    ("兰埠市", 55, 67),
    ("青垣市", 61, 78),
    ("长滦市", 63, 74),
]
MEAN = (48.5, 59.0)
WATER = [
    ("2019年1—2月", (81.4, 16.3, 2.3), (105, 21, 3)),
    ("2020年1—2月", (86.0, 13.2, 0.8), (111, 17, 1)),
]
YEARS = [(2015, 76.4), (2016, 78.1), (2017, 77.6), (2018, 80.9), (2019, 83.2)]


def frame(pen, title, note) -> None:
    """Draw the paper, the title with its bar, and the note at the foot."""
    pen.rect(0, 0, pen.w, pen.h, PAPER)
    pen.rect(80, 64, 14, 66, GREEN)
    label(pen, 118, 118, title, 58, INK, "bold")
    pen.line([(80, pen.h - 92), (pen.w - 80, pen.h - 92)], LINE, 2)
    label(pen, 80, pen.h - 40, note, 33, SOFT)


def swatch(pen, x, y, color, text) -> float:
    """Draw one legend entry and return where the next one starts."""
    pen.rect(x, y - 28, 34, 30, color, r=4)
    label(pen, x + 48, y, text, 36, INK)
    return x + 48 + width(text, 36) + 56


@scene("2020-03", "chart-pm25.png", "W")
def chart_pm25(pen):
    """Bars of the eleven cities' January–February PM2.5, low to high."""
    frame(pen, "2020年1—2月全省11市PM2.5平均浓度", f"由低到高排列；百分数为同比变幅。{SOURCE}")
    label(pen, 80, 196, "单位：μg/m³", 36, SOFT)
    x = swatch(pen, 1110, 196, GREEN, "2020年1—2月")
    swatch(pen, x, 196, PALE, "2019年同期")
    base, unit = 860, (860 - 262) / 90
    for tick in range(0, 91, 15):
        y = base - tick * unit
        pen.line([(160, y), (1920, y)], LINE if tick else SOFT, 2 if tick else 3)
        label(pen, 142, y + 12, str(tick), 34, SOFT, align="right")
    step = (1920 - 170) / 12
    for i, (name, now, past) in enumerate(PM25 + [("全省平均", *MEAN)]):
        cx = 170 + step * (i + 0.5)
        bar(pen, cx, base, unit, now, past, WARM if i == 11 else GREEN)
        label(pen, cx, base + 54, name, 36, INK, "bold" if i == 11 else "regular", "center")
        label(
            pen,
            cx,
            base + 104,
            f"{(now / past - 1) * 100:.1f}%".replace("-", "－"),
            32,
            WARM,
            "bold",
            "center",
        )
    label(pen, 142, base + 104, "同比", 32, SOFT, align="right")


def bar(pen, cx, base, unit, now, past, tone) -> None:
    """Draw one pair of columns with values."""
    pale = PALE if tone == GREEN else "#f0dcc0"
    pen.rect(cx - 6, base - past * unit, 50, past * unit, pale)
    label(
        pen,
        cx + 22,
        base - past * unit - 12,
        f"{past:g}" if past != 59.0 else "59.0",
        31,
        SOFT,
        align="center",
    )
    wide = 56 if tone == GREEN else 72
    pen.rect(cx + 6 - wide, base - now * unit, wide, now * unit, tone)
    inside = f"{now:g}"
    label(
        pen,
        cx + 6 - wide / 2,
        base - now * unit + 46,
        inside,
        34 if len(inside) < 4 else 31,
        "#ffffff",
        "bold",
        "center",
    )


@scene("2020-03", "chart-water.png", "W")
def chart_water(pen):
    """Stacked bars of surface-water classes, 2019 against 2020."""
    frame(
        pen,
        "全省地表水断面水质类别比例（1—2月同期）",
        f"全省129个省控及以上断面；括注为断面个数。{SOURCE}",
    )
    tones = ("#1f7a78", "#e0b04c", RED)
    x = 80.0
    for tone, text in zip(tones, ("Ⅰ—Ⅲ类", "Ⅳ—Ⅴ类", "劣Ⅴ类")):
        x = swatch(pen, x, 216, tone, text)
    label(pen, 1920, 216, "单位：%", 36, SOFT, align="right")
    left, wide, tops = 380, 1500, (300, 640)
    edges = []
    for (name, shares, counts), y in zip(WATER, tops):
        label(pen, left - 36, y + 96, name[:5], 44, INK, "bold", "right")
        label(pen, left - 36, y + 148, name[5:], 38, SOFT, align="right")
        edges.append(stack(pen, left, y, wide, shares, counts, tones))
    for k, tone in enumerate(tones):
        a, c = edges[0][k], edges[1][k]
        pen.poly([(a[0], 492), (a[1], 492), (c[1], 638), (c[0], 638)], fade(tone, 0.14))
    label(pen, 940, 580, "Ⅰ—Ⅲ类比例上升4.6个百分点", 42, tones[0], "bold", "center")
    label(pen, 1880, 966, "劣Ⅴ类比例下降1.5个百分点", 38, RED, "bold", "right")
    for tick in range(0, 101, 20):
        px = left + wide * tick / 100
        pen.line([(px, 832), (px, 850)], SOFT, 2)
        label(pen, px, 894, str(tick), 34, SOFT, align="center")
    pen.line([(left, 850), (left + wide, 850)], SOFT, 2)


def stack(pen, left, y, wide, shares, counts, tones):
    """Draw one stacked bar and return the ends of its parts."""
    x, ends = left, []
    for k, (share, count, tone) in enumerate(zip(shares, counts, tones)):
        w = wide * share / 100
        pen.rect(
            x,
            y,
            w - (3 if k < 2 else 0),
            190,
            lin(0, y, 0, y + 190, [mix(tone, "#ffffff", 0.1), tone]),
        )
        if k < 2:
            ink = "#ffffff" if k == 0 else "#4a3510"
            label(pen, x + w / 2, y + 94, f"{share}%", 56 if k == 0 else 46, ink, "bold", "center")
            label(pen, x + w / 2, y + 150, f"（{count}个）", 36, ink, align="center")
        else:
            label(pen, left + wide, y - 16, f"{share}%（{count}个）", 38, RED, "bold", "right")
        ends.append((x, x + w))
        x += w
    return ends


@scene("2020-01", "chart-year.png", "W")
def chart_year(pen):
    """A line of the share of good-air days, 2015 to 2019."""
    frame(pen, "2015—2019年全省环境空气质量优良天数比例", f"注：纵轴从74%起。{SOURCE}")
    label(pen, 80, 196, "单位：%", 36, SOFT)
    base, unit, low = 930, 62.0, 74
    for tick in range(74, 87, 2):
        y = base - (tick - low) * unit * 0.92
        pen.line([(190, y), (1900, y)], SOFT if tick == low else LINE, 3 if tick == low else 2)
        label(pen, 168, y + 12, str(tick), 36, SOFT, align="right")
    pts = [(340 + i * 360, base - (v - low) * unit * 0.92) for i, (_, v) in enumerate(YEARS)]
    pen.poly(
        pts + [(pts[-1][0], base), (pts[0][0], base)], lin(0, 380, 0, base, ["#bfd9c6", "#f4f4e8"])
    )
    pen.line(pts, GREEN, 10)
    for i, ((x, y), (year, v)) in enumerate(zip(pts, YEARS)):
        last = i == len(pts) - 1
        pen.line([(x, y), (x, base)], fade(GREEN, 0.3), 2)
        pen.dot(x, y, 20, PAPER)
        pen.dot(x, y, 15, WARM if last else GREEN)
        label(
            pen,
            x,
            y + 76 if i == 2 else y - 42,
            f"{v}%",
            60 if last else 46,
            WARM if last else INK,
            "bold",
            "center",
        )
        label(pen, x, base + 62, f"{year}年", 42, INK, "bold" if last else "regular", "center")
    pen.rect(250, 262, 560, 150, "#eef2e6", r=12)
    pen.rect(250, 262, 10, 150, WARM)
    label(pen, 290, 326, "比2015年提高6.8个百分点", 42, INK, "bold")
    label(pen, 290, 386, "比2018年提高2.3个百分点", 40, SOFT)
