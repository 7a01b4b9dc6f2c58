// remark (wages by year
/* remark (of
   one panel */
use wages, clear
foreach year of numlist 2019/2021 {
    summarize wage if year == `year'
    if r(N) > 0 {
        display "quoted (" r(mean)
    }
}
regress wage age
