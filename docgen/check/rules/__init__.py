"""One file a finding; `check.table` lists those that look at the notes."""
