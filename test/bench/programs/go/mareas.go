package main

import (
	"fmt"
	"sort"
)

// Marea is the height of the sea at an hour.
type Marea struct {
	Hora   int
	Altura float64
}

// highest returns the n highest tides, the highest first.
func highest(mareas []Marea, n int) []Marea {
	sorted := append([]Marea(nil), mareas...)
	sort.Slice(sorted, func(i, j int) bool {
		return sorted[i].Altura > sorted[j].Altura
	})
	if n > len(sorted) {
		n = len(sorted)
	}
	return sorted[:n]
}

func main() {
	mareas := []Marea{{3, 4.1}, {9, 0.7}, {15, 4.4}, {21, 0.9}}
	for _, marea := range highest(mareas, 2) {
		switch {
		case marea.Altura > 4.2:
			fmt.Printf("%02d:00 very high, %.1f m\n", marea.Hora, marea.Altura)
		default:
			fmt.Printf("%02d:00 high, %.1f m\n", marea.Hora, marea.Altura)
		}
	}
}
