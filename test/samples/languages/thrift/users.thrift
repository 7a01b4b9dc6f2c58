namespace py users

// remark (one person
# remark (with an e-mail
/* remark (or
   without */
struct User {
  1: required i64 id,
  2: optional string email = "quoted (",
}

service Users {
  User find(1: i64 id) throws (1: NotFound missing),
}
