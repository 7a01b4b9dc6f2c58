// Counts up while enabled and begins again at the limit.
module contador #(
  parameter LIMITE = 59
) (
  input  wire       clk,
  input  wire       reset,
  input  wire       enable,
  output reg  [5:0] valor,
  output wire       vuelta
);

  assign vuelta = enable && (valor == LIMITE);

  always @(posedge clk) begin
    if (reset) begin
      valor <= 0;
    end else if (enable) begin
      if (vuelta)
        valor <= 0;
      else
        valor <= valor + 1;
    end
  end

endmodule
