-module(queue_server).
-export([start/0, loop/1]).

%% remark (a queue in a process
start() ->
    spawn(fun() -> loop([]) end).

loop(Items) ->
    receive
        {put, Item} ->
            loop(Items ++ [Item]);
        {get, From} when Items =/= [] -> % remark (not empty
            From ! hd(Items),
            loop(tl(Items));
        stop ->
            io:format("quoted (~p\"~n", ['quoted (atom'])
    end.
