;;; remark (binary trees
(defstruct tree left right value)

#| remark (of
   several lines |#
(defun insert (tree value)
  "quoted ( returns the tree"
  (cond ((null tree) (make-tree :value value))
        ((< value (tree-value tree)) ; remark (to the left
         (setf (tree-left tree) (insert (tree-left tree) value))
         tree)
        (t (setf (tree-right tree) (insert (tree-right tree) value))
           tree)))

(defparameter *kinds* '(leaf node))
