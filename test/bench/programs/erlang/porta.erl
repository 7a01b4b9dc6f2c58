-module(porta).
-export([start/1, open/2, loop/2]).

%% A door that opens with a code.
start(Code) ->
    spawn(?MODULE, loop, [Code, closed]).

open(Door, Code) ->
    Door ! {self(), Code},
    receive
        {Door, Answer} -> Answer
    after 1000 ->
        timeout
    end.

loop(Code, State) ->
    receive
        {From, Code} ->
            From ! {self(), open},
            loop(Code, open);
        {From, _Other} ->
            From ! {self(), State},
            loop(Code, State)
    end.
