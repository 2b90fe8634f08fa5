"""A command of the office: two names, Chinese and English, for itself and for each of its options."""

from __future__ import annotations

from invoke import Argument, ParseError, Task
from invoke.parser import context
from invoke.parser.parser import ParseMachine

#: What may be written instead of an English option.
CHINESE = {
    "all": "全部",
    "anyway": "照付",
    "article": "稿件",
    "cluster": "机群",
    "deadline": "限期",
    "fix": "改",
    "github": "批注",
    "hands": "几个",
    "handover": "付印",
    "internal": "内部",
    "into": "期",
    "local": "本机缓存",
    "port": "端口",
    "proofs": "校样",
    "report": "报告",
    "simplify": "简体",
    "since": "自",
    "to": "送到",
    "trial": "试",
    "unsealed": "不盖章",
    "until": "至",
    "what": "什么",
    "write": "写入",
}
_plain_flag = context.to_flag


def _flag(name: str) -> str:
    """How an option is written: one Chinese character is a word, with two dashes (--改), no letter with one."""
    return f"--{name}" if len(name) == 1 and not name.isascii() else str(_plain_flag(name))


context.to_flag = _flag


_plain_complete = ParseMachine.complete_context


def _complete(self: ParseMachine) -> None:
    """Say what is missing in the editors' words, before invoke says it in English."""
    for each in self.context.missing_positional_args if self.context else ():
        raise ParseError(f"inv {self.context.aliases[0]} 还要写明：{each.help}", self.context)
    _plain_complete(self)


ParseMachine.complete_context = _complete


class OfficeTask(Task):  # type: ignore[misc]  # invoke has no types
    """A command whose options have a Chinese name beside the English one."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """The options, as `Task` makes them, each with its names."""
        made: list[Argument] = super().get_arguments(ignore_unknown_help)
        for each in made:
            each.names = (*each.names, *(CHINESE[name] for name in each.names if name in CHINESE))
        return made
