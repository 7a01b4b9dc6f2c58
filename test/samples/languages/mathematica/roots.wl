(* remark (roots of a
   polynomial *)
BeginPackage["Roots`"]

polynomialRoots[p_, x_] := Module[{roots},
  roots = x /. Solve[p == 0, x];
  If[Length[roots] == 0,
    Print["quoted (\"none"],
    Sort[roots]
  ]
]

EndPackage[]
