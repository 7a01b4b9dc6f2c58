// remark (prints a report
class Report {
    String title
    List<Integer> figures = []

    /* remark (of
       all figures */
    int total() {
        figures.sum() ?: 0
    }
}

def report = new Report(title: 'quoted (', figures: [1, 2, 3])
println "quoted (\"${report.title} ${report.total()}"
println """quoted (
three"""
