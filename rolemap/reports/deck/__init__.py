"""What stands on the slides of a report, before any library draws them, and the file that they stand in."""
