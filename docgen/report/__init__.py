"""Diagnostics and the register as text and data: shows, never judges."""
