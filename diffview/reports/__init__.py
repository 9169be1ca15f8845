"""How does a comparison leave the program?"""
