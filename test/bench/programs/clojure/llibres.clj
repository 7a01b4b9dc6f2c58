(ns llibres.core
  (:require [clojure.string :as str]))

(def llibres
  [{:titol "Mirall trencat" :any 1974}
   {:titol "Solitud" :any 1905}])

(defn antics
  "Books older than a year."
  [any]
  (filter #(< (:any %) any) llibres))

(defn fitxa [{:keys [titol any]}]
  (if (< any 1950)
    (str titol " (old)")
    (str titol " (" any ")")))

(defn -main [& _]
  (doseq [llibre (antics 1980)]
    (println (str/upper-case (fitxa llibre)))))
