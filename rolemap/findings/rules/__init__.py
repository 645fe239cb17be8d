"""Every rule, in the order of its code. A rule that is not in this list does not run; a test compares it with the files."""

from rolemap.findings.rule import Rule
from rolemap.findings.rules import gap001_no_lead

RULES: tuple[Rule, ...] = (gap001_no_lead.RULE,)
