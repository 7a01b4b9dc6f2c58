% Who is whose grandmother.
madre(ane, miren).
madre(miren, leire).
madre(miren, jon).

abuela(X, Y) :-
    madre(X, Z),
    madre(Z, Y).

hermanas(X, Y) :-
    madre(M, X),
    madre(M, Y),
    X \= Y.

nietas(Abuela, Lista) :-
    findall(N, abuela(Abuela, N), Todas),
    sort(Todas, Lista).

main :-
    nietas(ane, Lista),
    format("~w~n", [Lista]).
