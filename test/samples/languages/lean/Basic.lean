/- remark (a first
   theorem -/
namespace Basic

def double (n : Nat) : Nat := n + n

-- remark (by definition
theorem double_eq (n : Nat) : double n = 2 * n := by
  unfold double
  omega

def name : String := "quoted (\"double"

def x' : Char := '('

#eval double 21

end Basic
