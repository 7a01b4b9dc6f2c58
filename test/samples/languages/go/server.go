package main

import (
	"fmt"
	"net/http"
)

// remark (greets whoever asks
/* remark (on
   port 8080 */
func hello(w http.ResponseWriter, r *http.Request) {
	mark := '('
	fmt.Fprintf(w, "quoted (\" %c %s", mark, `quoted (raw\`)
}

func main() {
	http.HandleFunc("/", hello)
	if err := http.ListenAndServe(":8080", nil); err != nil {
		panic(err)
	}
}
