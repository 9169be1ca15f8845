"""Which passages of two articles say the same?"""
