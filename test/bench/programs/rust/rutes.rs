//! Rutes de senderisme: desnivell acumulat i trams més durs.

#[derive(Debug, Clone)]
pub struct Tram {
    pub nom: String,
    pub metres: f64,
    pub cotes: Vec<f64>,
}

impl Tram {
    pub fn nou(nom: &str, metres: f64, cotes: &[f64]) -> Self {
        Tram { nom: nom.to_string(), metres, cotes: cotes.to_vec() }
    }

    pub fn desnivell(&self) -> (f64, f64) {
        let mut pujada = 0.0;
        let mut baixada = 0.0;
        for parell in self.cotes.windows(2) {
            let canvi = parell[1] - parell[0];
            if canvi > 0.0 {
                pujada += canvi;
            } else {
                baixada -= canvi;
            }
        }
        (pujada, baixada)
    }
}

pub fn mes_dur(trams: &[Tram]) -> Option<&Tram> {
    trams.iter().max_by(|a, b| {
        let pendent = |tram: &Tram| tram.desnivell().0 / tram.metres;
        pendent(a).total_cmp(&pendent(b))
    })
}

fn main() {
    let trams = vec![
        Tram::nou("Coll", 1200.0, &[900.0, 1010.0, 1180.0]),
        Tram::nou("Font", 800.0, &[1180.0, 1100.0, 1130.0]),
    ];
    if let Some(tram) = mes_dur(&trams) {
        println!("{}: {:?}", tram.nom, tram.desnivell());
    }
}
