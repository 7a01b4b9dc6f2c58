program sorteo;

uses
  SysUtils;

type
  TBolas = array[1..49] of Boolean;

var
  Bolas: TBolas;
  Veces, Bola: Integer;

procedure Saca(var Salidas: TBolas);
var
  Numero: Integer;
begin
  repeat
    Numero := Random(49) + 1;
  until not Salidas[Numero];
  Salidas[Numero] := True;
end;

begin
  Randomize;
  FillChar(Bolas, SizeOf(Bolas), 0);
  for Veces := 1 to 6 do
    Saca(Bolas);
  for Bola := 1 to 49 do
  begin
    if Bolas[Bola] then
      Write(Bola, ' ');
  end;
  WriteLn;
end.
