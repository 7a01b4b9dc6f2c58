# remark (a line through points
fit <- function(data) {
  model <- lm(y ~ x, data = data)
  if (nrow(data) < 3) {
    warning("quoted (\"few")
  }
  list(model = model, label = 'quoted (')
}

values <- c(1, 2, 3) |> rev()
