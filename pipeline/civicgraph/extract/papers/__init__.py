"""Papers: reports and whose they are, where they go, what is passed on, cited and approved."""
