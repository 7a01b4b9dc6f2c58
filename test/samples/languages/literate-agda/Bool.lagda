The booleans, as everybody begins.

\begin{code}
module Bool where

data Bool : Set where
  true  : Bool
  false : Bool

-- remark (the other one
not : Bool → Bool
not true  = false
not false = true
\end{code}
