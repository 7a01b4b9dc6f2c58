/* remark (means by
   group */
data scores;
  input name $ score;
  if score < 0 then do;
    score = .;
  end;
  label name = "quoted (";
  note = 'quoted (';
run;

proc means data=scores;
  var score;
run;
