"""The command line, one module per command: `add_arguments` fills its parser, `run` does the work and returns an exit
code. None of them imports Qt, and torch only where it is needed, so that help and lists come at once."""
