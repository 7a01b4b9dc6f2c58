#lang racket
;; remark (first in, first out
(struct queue (front back))

#| remark (of
   two lists |#
(define (enqueue q x)
  (queue (queue-front q) (cons x (queue-back q))))

(define (show q)
  (printf "quoted (\"~a" (queue-front q)))

(define names '(ane jon))
