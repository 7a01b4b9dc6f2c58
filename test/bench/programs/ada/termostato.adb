with Ada.Text_IO; use Ada.Text_IO;

procedure Termostato is
   type Grados is range -20 .. 50;

   Deseada : constant Grados := 20;

   function Enciende (Medida : Grados) return Boolean is
   begin
      if Medida < Deseada - 1 then
         return True;
      else
         return False;
      end if;
   end Enciende;

   Medidas : constant array (1 .. 3) of Grados := (17, 20, 22);
begin
   for Medida of Medidas loop
      if Enciende (Medida) then
         Put_Line ("on");
      else
         Put_Line ("off");
      end if;
   end loop;
end Termostato;
