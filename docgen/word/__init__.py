"""Document to .docx: the craft of native Word."""
