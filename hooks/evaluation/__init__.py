"""load → check → measure → render → export, over one frozen model; intake turns Word and Excel files into what load reads."""
