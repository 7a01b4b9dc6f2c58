with Ada.Text_IO; use Ada.Text_IO;

procedure Stack is
   --  remark (the stack grows upwards
   Top : Natural := 0;
   Mark : constant Character := '(';
begin
   for I in 1 .. 3 loop
      Top := Top + I;
      if Top > 4 then
         Put_Line ("quoted ( ""top"" " & Natural'Image (Top) & Mark);
      end if;
   end loop;
end Stack;
