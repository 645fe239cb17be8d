"""The page of each rule, generated from the rule itself: `docs/rules/` holds them and a test keeps them fresh."""

from __future__ import annotations

from rolemap.findings import RULES, Rule
from rolemap.findings.themes import THEMES, theme_of

ORIGINS = {
    "L": "responsibility-matrix literature",
    "K": "King's Fund findings",
    "S": "English law and governance practice",
    "N": "rolemap's own",
}
SEVERITIES = {
    "error": "error (needs a decision)",
    "warning": "warning (should be looked at)",
    "prompt": "prompt (a question worth asking)",
}


def pages() -> dict[str, str]:
    """Return every page by file name: one for each rule, and an index."""
    return {"README.md": index_page(), **{f"{rule.code}.md": page(rule) for rule in RULES}}


def page(rule: Rule) -> str:
    """Return the page of one rule in Markdown."""
    origin = ", ".join(ORIGINS[letter] for letter in rule.origin.split())
    parts = [
        f"# {rule.code}: {rule.name}",
        f"Severity: {SEVERITIES[rule.severity]}. Confidence: {rule.confidence.value}. Comes from: {origin}.",
        f"## What it looks for\n\n{rule.looks_for}",
        f"## Why it matters\n\n{rule.why}",
        f"## An example that raises it\n\n```yaml\n{rule.example.strip()}\n```",
        *((f"with the change set\n\n```yaml\n{rule.changes.strip()}\n```",) if rule.changes else ()),
        f"## How to settle it\n\n{rule.settle}",
        f"## When it is not a problem\n\n{rule.not_when}",
        f"## The question for the room\n\n{rule.question}",
    ]
    if rule.settings:
        lines = [f"- `{name}` (default {one.default:g}): {one.meaning}" for name, one in rule.settings.items()]
        how = f"Change them in the map, for example `settings: {{{rule.code}: {{{next(iter(rule.settings))}: …}}}}`."
        parts.append("## Settings\n\n" + "\n".join(lines) + f"\n\n{how}")
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """Return every rule on a line, by theme, as plain text."""
    lines: list[str] = []
    for letters, title in THEMES.items():
        lines.append(title)
        lines += [f"  {rule.code} {rule.name}: {rule.looks_for}" for rule in RULES if theme_of(rule.code) == letters]
    return "\n".join(lines)


def index_page() -> str:
    """Return the index of all rules in Markdown."""
    lines = ["# What rolemap notices", "", "Generated from the rules by `rolemap rules --to docs/rules`.", ""]
    for letters, title in THEMES.items():
        lines += [f"## {title}", "", "| rule | name | severity | what it looks for |", "|---|---|---|---|"]
        for rule in RULES:
            if theme_of(rule.code) == letters:
                looks = " ".join(rule.looks_for.split())
                lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value} | {looks} |")
        lines.append("")
    return "\n".join(lines)
