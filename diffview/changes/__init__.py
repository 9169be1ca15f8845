"""What changed between linked passages?"""
