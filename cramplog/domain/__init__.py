"""What a cramp diary is about; knows no database, no option and no screen."""
