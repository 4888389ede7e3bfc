"""Controls made from declarations: the parameter panel of an engine, and what the settings dialog shares with it."""
