"""The sections that kinds of report are put together from: each yields blocks from the figures."""
