"""How reports are written: one module for each format turns a document into bytes, and knows no other format."""
