"""The style sheet of the app: what would make a browser lay out a whole page again after every click."""

from __future__ import annotations

import re

from rolemap.ui.style import page_css

BY_ANY_CLASS = re.compile(r"\[class[^\]]*\][^\s,{>+~]*\s*[\s>+~]\s*[^\s,{]")
"""Something inside of what is found by its attribute `class`, and not by a class."""


def screen_rules() -> list[str]:
    css = re.sub(r"/\*.*?\*/", "", page_css(), flags=re.DOTALL)
    on_paper = re.search(r"@media print \{(?:[^{}]|\{[^{}]*\})*\}", css)
    assert on_paper
    return re.findall(r"([^{}]+)\{", css.replace(on_paper.group(), ""))


def test_no_rule_looks_for_what_is_inside_of_anything_with_a_class() -> None:
    rules = screen_rules()
    assert len(rules) > 150
    assert [rule.strip() for rule in rules if BY_ANY_CLASS.search(rule)] == []
    assert BY_ANY_CLASS.search('[class*="st-key-hits-"] p ')
    assert BY_ANY_CLASS.search("[class] ul.rm-legend ")
    assert not BY_ANY_CLASS.search('[class*="st-key-card-"], .rm-card p ')
