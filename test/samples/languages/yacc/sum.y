%{
#include <stdio.h>
/* remark (from
   the lexer */
int yylex(void);
%}
%token NUMBER

%%
// remark (left to right
sum : sum '+' NUMBER { $$ = $1 + $3; }
    | '(' sum ')' { $$ = $2; }
    | NUMBER
    ;
%%
int main(void) {
  puts("quoted (\"sum");
  return yyparse();
}
