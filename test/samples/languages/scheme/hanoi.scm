; remark (towers
(define (hanoi n from to other)
  (if (> n 0)
      (begin
        (hanoi (- n 1) from other to)
        (display "quoted (\"move")
        (hanoi (- n 1) other to from))))

#| remark (three
   discs |#
(hanoi 3 'a 'b 'c)
