"""What rolemap notices in a readable map."""

from rolemap.findings.finding import Confidence, Finding, Noticed, Place, Severity
from rolemap.findings.groups import Group, grouped
from rolemap.findings.rule import Evidence, Rule, Setting
from rolemap.findings.rules import RULES
from rolemap.findings.run import run
from rolemap.findings.settings import check_settings

__all__ = [
    "RULES",
    "Confidence",
    "Evidence",
    "Finding",
    "Group",
    "Noticed",
    "Place",
    "Rule",
    "Setting",
    "Severity",
    "check_settings",
    "grouped",
    "run",
]
