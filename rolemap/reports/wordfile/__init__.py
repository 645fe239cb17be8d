"""What a Word file is made of beside its words: XML, styles, and pages with their headers and footers."""
