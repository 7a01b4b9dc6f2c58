module Vect

||| remark (lists that know their length
data Vect : Nat -> Type -> Type where
  Nil  : Vect Z a
  (::) : a -> Vect n a -> Vect (S n) a

{- remark (both
   together -}
append : Vect n a -> Vect m a -> Vect (n + m) a
append [] ys = ys
append (x :: xs) ys = x :: append xs ys

-- remark (of a name
label : String
label = "quoted (\"vect"

x' : Char
x' = '('
