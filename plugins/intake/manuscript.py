"""What the recogniser makes of a draft: fields, body, and every guess with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.intake.draft import Block, Paragraph


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing that the file does not say itself.

    ``what`` it is (标题, 作者, 连接断句 …), its ``value``, how sure from 0 to 1, why (Chinese), and where
    (line or paragraph of the file; 0: nowhere).
    """

    what: str
    value: str
    confidence: float
    reason: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article before it is written: ``fields`` by Chinese key; headings of ``blocks`` have their final level."""

    fields: dict[str, str]
    blocks: tuple[Block, ...]
    notes: dict[str, tuple[Paragraph, ...]]
    guesses: tuple[Guess, ...] = ()
    remarks: tuple[str, ...] = ()
    unit: str = "行"
