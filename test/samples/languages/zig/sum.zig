const std = @import("std");

// remark (of a slice
fn sum(values: []const i32) i32 {
    var total: i32 = 0;
    for (values) |value| {
        total += value;
    }
    return total;
}

pub fn main() void {
    const text =
        \\quoted (
    ;
    const mark = '(';
    std.debug.print("quoted (\"{d} {c} {s}", .{ sum(&.{ 1, 2 }), mark, text });
}
