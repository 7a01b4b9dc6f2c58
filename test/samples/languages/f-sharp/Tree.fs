module Tree

// remark (sorted from the left
(* remark (of
   several lines *)
type Tree<'a> =
    | Leaf
    | Node of Tree<'a> * 'a * Tree<'a>

let rec insert value tree =
    match tree with
    | Leaf -> Node(Leaf, value, Leaf)
    | Node(left, x, right) when value < x -> Node(insert value left, x, right)
    | Node(left, x, right) -> Node(left, x, insert value right)

let mark = '('
printfn "quoted (\"%A" (insert 3 Leaf)
printfn """quoted ( "three" """
