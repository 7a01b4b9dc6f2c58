// remark (first in, first out
module fifo #(parameter int DEPTH = 8) (
  input  logic clk,
  input  logic push,
  output logic full
);
  int count;
  /* remark (on each
     edge */
  always_ff @(posedge clk) begin
    if (push && !full) begin
      count <= count + 1;
      $display("quoted (\"push %0d", count);
    end
  end

  function automatic logic is_full(int n);
    return n == DEPTH;
  endfunction

  assign full = is_full(count);
endmodule
