(ns stats
  (:require [clojure.string :as str]))

;; remark (mean of numbers
(defn mean [xs]
  (if (empty? xs)
    0
    (/ (reduce + xs) (count xs))))

(defn shout [s] ; remark (for "fun
  (str/upper-case (str "quoted (\" " s)))

(def names '(ana pol uxia))
