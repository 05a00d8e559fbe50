"""What each command does, between the command line and the pipelines. Loaded only when its command is used."""
