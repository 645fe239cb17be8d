"""How fast rolemap is, as ratios within one run. Timings live here and never in the tests."""
