// remark (areas
/* remark (of
   shapes */
#[derive(Debug)]
enum Shape<'a> {
    Circle(f64),
    Named(&'a str),
}

impl<'a> Shape<'a> {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle(r) => std::f64::consts::PI * r * r,
            Shape::Named(_) => 0.0,
        }
    }
}

fn main() {
    let mark = '(';
    println!("quoted (\"{} {:?}", mark, Shape::Named(r#"quoted ("#).area());
}
