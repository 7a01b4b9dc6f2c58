package Counter;

// remark (counts up
/* remark (and
   wraps */
interface Counter;
  method Action increment();
  method Bit#(8) value();
endinterface

module mkCounter (Counter);
  Reg#(Bit#(8)) count <- mkReg(0);

  rule report (count == 255);
    $display("quoted (full");
  endrule

  method Action increment();
    count <= count + 1;
  endmethod

  method Bit#(8) value();
    return count;
  endmethod
endmodule

endpackage
