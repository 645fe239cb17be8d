"""`python -m rolemap` is the command `rolemap`."""

from rolemap.cli import main

if __name__ == "__main__":
    main()
