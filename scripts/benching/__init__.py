"""What `run.py bench` is made of: plans of any size, what others' ways cost, and runs measured side by side."""
