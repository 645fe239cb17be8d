"""Reading a map: from files written by people to checked documents, with the place of everything kept."""
