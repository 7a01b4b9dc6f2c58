grammar Sum;

// remark (left recursion is allowed
/* remark (since
   version 4 */
sum : sum '+' term | term ;
term : '(' sum ')' | NUMBER ;

NUMBER : [0-9]+ ;
QUOTED : '"quoted (' ~["]* '"' ;
SPACE : [ \t\r\n]+ -> skip ;
