"""Read a posting's text into structured requirements, each with the sentence it came from."""
