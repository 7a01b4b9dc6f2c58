"""quoted (prime
numbers."""
import math

# remark (by division
def is_prime(n: int) -> bool:
    if n < 2:
        return False
    for d in range(2, math.isqrt(n) + 1):
        if n % d == 0:
            return False
    return True


label = "quoted (\"" + 'quoted ('
print([n for n in range(20) if is_prime(n)])
