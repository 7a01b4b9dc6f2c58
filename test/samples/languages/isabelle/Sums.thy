theory Sums
  imports Main
begin

(* remark (of the first
   naturals *)
fun sum_to :: "nat ⇒ nat" where
  "sum_to 0 = 0"
| "sum_to (Suc n) = Suc n + sum_to n"

lemma sum_to_closed: "2 * sum_to n = n * (n + 1)"
proof (induct n)
  case 0
  show ?case by simp
next
  case (Suc n)
  then show ?case by simp
qed

end
