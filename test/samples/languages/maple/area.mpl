# remark (area of a circle
area := proc(r::numeric)
  local a;
  if r < 0 then
    error "quoted (negative";
  end if;
  a := Pi * r^2;
  return evalf(a);
end proc;

(* remark (for
   all of them *)
for i from 1 to 3 do
  area(i);
end do;
