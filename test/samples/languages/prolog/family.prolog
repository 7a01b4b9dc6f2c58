% remark (who comes from whom
:- module(family, [ancestor/2]).

parent(maria, joan).
parent(joan, laia).

/* remark (through
   any number of parents */
ancestor(X, Y) :- parent(X, Y).
ancestor(X, Y) :-
    parent(X, Z),
    ancestor(Z, Y).

label(X, "quoted (\"") :- parent(X, _), atom('quoted (').
