"""How are many pairs compared with one loaded model?"""
