//! Préstamos dunha biblioteca: cada libro ten unha lista de espera.
//! Compílase con: rustc biblioteca.rs
//! Os nomes do código están en inglés e os comentarios en galego.

use std::collections::{HashMap, VecDeque};

/// Quen ten cada libro e quen agarda por el.
#[derive(Default)]
struct Library {
    loans: HashMap<String, String>,
    waiting: HashMap<String, VecDeque<String>>,
}

impl Library {
    /// Presta o libro se está libre; se non, anota a persoa ao final da lista de espera.
    fn borrow_book(&mut self, title: &str, person: &str) {
        if let Some(reader) = self.loans.get(title) {
            println!("{person}: «{title}» está prestado a {reader}; quedas na lista de espera.");
            let queue = self.waiting.entry(title.to_string()).or_default();
            queue.push_back(person.to_string());
        } else {
            println!("{person}: aquí tes «{title}».");
            self.loans.insert(title.to_string(), person.to_string());
        }
    }

    /// Recolle o libro e préstallo á primeira persoa que agarda por el, se hai algunha.
    fn return_book(&mut self, title: &str) {
        if self.loans.remove(title).is_none() {
            println!("«{title}» non estaba prestado.");
            return;
        }
        if let Some(next) = self.waiting.get_mut(title).and_then(VecDeque::pop_front) {
            self.borrow_book(title, &next);
        }
    }

    /// Escribe, por orde, as persoas que agardan por un libro e o número de cada unha.
    fn print_waiting(&self, title: &str) {
        println!("Lista de espera de «{title}»:");
        // Por facer: escribe unha liña por persoa, «1. Uxía», «2. Brais»…

    }
}

fn main() {
    let mut library = Library::default();
    library.borrow_book("Cantares gallegos", "Sabela");
    library.borrow_book("Cantares gallegos", "Uxía");
    library.borrow_book("Cantares gallegos", "Brais");
    library.print_waiting("Cantares gallegos");
    library.return_book("Cantares gallegos");
    library.return_book("Memorias dun neno labrego");
}
