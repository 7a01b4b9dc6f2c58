`timescale 1ns / 1ps
// remark (counts up
module counter (
  input wire clk,
  input wire reset,
  output reg [7:0] count
);
  /* remark (on each
     edge */
  always @(posedge clk) begin
    if (reset) begin
      count <= 8'd0;
    end else begin
      count <= count + 8'd1;
    end
  end

  initial $display("quoted (\"start");
endmodule
