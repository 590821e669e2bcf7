"""Quality and speed, measured on labelled files and on the demo world."""
