"""Exact arithmetic of reported figures; knows no ward and no language."""
