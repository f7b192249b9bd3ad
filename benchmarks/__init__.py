"""What measures the program, and what it is measured on."""
