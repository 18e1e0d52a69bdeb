"""The values of a cramp diary; this room knows no database, no options and no screen."""
