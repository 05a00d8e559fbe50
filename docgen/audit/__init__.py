"""Any Word file to findings: can everybody read it, with a screen reader too? Never writes."""
