// remark (a line with noise
data {
  int<lower=0> n;
  vector[n] x;
  vector[n] y;
}
/* remark (unknown
   things */
parameters {
  real slope;
  real<lower=0> sigma;
}
model {
  y ~ normal(slope * x, sigma);
  print("quoted (", slope', sigma);
}
