;;; tidy.el --- remark (spaces at line ends  -*- lexical-binding: t; -*-

(defvar tidy-marks '(?\s ?\t))

(defun tidy-buffer ()
  "Take quoted ( blanks off."
  (interactive)
  (save-excursion
    (goto-char (point-min))
    ;; remark (line by line
    (while (re-search-forward "[ \t]+$" nil t)
      (replace-match ""))))

(provide 'tidy)
