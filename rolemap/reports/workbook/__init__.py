"""How a report is laid out in a workbook: which sheets, what they are called, how wide, how high and in which looks."""
