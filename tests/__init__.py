"""Tests of docgen."""
