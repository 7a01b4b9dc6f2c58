program Sort;

{ remark (by
  exchange }
(* remark (of numbers *)
const
  Title = 'quoted (it''s';
var
  Numbers: array[1..3] of Integer;
  I: Integer;

// remark (smaller first
procedure Exchange(var A, B: Integer);
var
  Kept: Integer;
begin
  Kept := A;
  A := B;
  B := Kept;
end;

begin
  for I := 1 to 2 do
  begin
    if Numbers[I] > Numbers[I + 1] then
      Exchange(Numbers[I], Numbers[I + 1]);
  end;
end.
