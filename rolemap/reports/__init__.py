"""What leaves rolemap: the same content in every format, one thin module per format."""
