"""Guidance through the whole journey: one app a subject, below them what they share."""
