#ifndef LIST_H
#define LIST_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* remark (a list that
   never shrinks */
struct list {
  struct list *next;
  int value;
};

// remark (empty lists have length 0
static size_t list_length(const struct list *first) {
  size_t length = 0;
  for (; first != NULL; first = first->next) length++;
  return length;
}

static const char open_mark = '(';
static const char *const name = "quoted (\"list";

#ifdef __cplusplus
}
#endif
#endif
