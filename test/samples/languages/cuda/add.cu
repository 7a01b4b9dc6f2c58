#include <cstdio>

// remark (one thread for each element
__global__ void add(int n, const float *a, float *b) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) b[i] += a[i];
}

/* remark (on
   the host */
int main() {
  float *a = nullptr, *b = nullptr;
  cudaMallocManaged(&a, 1024 * sizeof(float));
  cudaMallocManaged(&b, 1024 * sizeof(float));
  add<<<4, 256>>>(1024, a, b);
  cudaDeviceSynchronize();
  std::printf("quoted (%f\n", b[0]);
}
