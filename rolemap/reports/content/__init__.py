"""What reports say: one module for each kind of report builds blocks from an analysis, and knows no format."""
